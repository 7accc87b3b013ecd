"""Chains as the words of one or two sentences show them: who passed on whose words, and to whom they go."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import chains, told


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The mill is shut, its owner told the news agency Delvane.",
            "the news agency Delvane cites > its owner says",
            "The mill is shut",
        ),
        (
            "In comments to the weekly Kontur, the baker Lia Berg said that the mill was shut.",
            "the weekly Kontur cites > the baker Lia Berg says",
            "that the mill was shut",
        ),
        (
            "In remarks carried by Reuters, the owner said that the mill was shut.",
            "Reuters reports > the owner says",
            "that the mill was shut",
        ),
        (
            "The owner, as reported by Reuters, said that the mill was shut.",
            "Reuters reports > The owner says",
            "that the mill was shut",
        ),
        (
            "The owner, whose remarks were carried by Reuters, said that the mill was shut.",
            "Reuters reports > The owner says",
            "that the mill was shut",
        ),
        (
            "The owner was quoted in the Lisvane Lantern as saying that the mill was shut.",
            "the Lisvane Lantern cites > The owner says",
            "that the mill was shut",
        ),
        (
            "The owner was quoted on state television as saying that the mill was shut.",
            "state television cites > The owner says",
            "that the mill was shut",
        ),
        (
            "Three bakers interviewed by Reuters said that the mill was shut.",
            "Reuters cites > Three bakers says",
            "that the mill was shut",
        ),
        (
            "The owner told the BBC’s Lena Roth that the mill was shut.",
            "the BBC cites > The owner says",
            "that the mill was shut",
        ),
        (
            "Reuters cited a baker: “The mill is shut.”",
            "Reuters cites > a baker says",
            "“The mill is shut.”",
        ),
        (
            "The mill is shut, its owner said. (dpa/AFP)",
            "dpa credits > its owner says",
            "The mill is shut",
        ),
        (
            "The mill is shut, its owner said. Source: Reuters",
            "Reuters credits > its owner says",
            "The mill is shut",
        ),
        (
            "「The mill is shut」, its owner told Reuters.",
            "Reuters cites > its owner says",
            "「The mill is shut」",
        ),
        (
            "The nurse said the doctor had told her that the ward was full.",
            "The nurse says > the doctor says",
            "that the ward was full",
        ),
        (
            "The baker told Reuters that the mill was shut. He stressed that the oven was cold.",
            "Reuters cites > He says",
            "that the oven was cold",
        ),
        (
            "The mill is shut, according to court papers.",
            "court papers writes",
            "The mill is shut",
        ),
        (
            "Reuters reported, citing two bakers, that the mill was shut.",
            "Reuters cites > two bakers says",
            "that the mill was shut",
        ),
        (
            "The mill was shut, the Delvane agency quoted a baker as saying.",
            "the Delvane agency cites > a baker says",
            "The mill was shut",
        ),
        (
            "A memo seen by Reuters says that the mill was shut.",
            "Reuters cites > A memo writes",
            "that the mill was shut",
        ),
        (
            "The mill was shut, a baker said (AFP).",
            "AFP credits > a baker says",
            "The mill was shut",
        ),
        (
            "“The mill is shut,” baker Ivo Lund said, via Reuters.",
            "Reuters credits > baker Ivo Lund says",
            "“The mill is shut,”",
        ),
        (
            "Speaking to the BBC, baker Ivo Lund said the mill was shut.",
            "the BBC cites > baker Ivo Lund says",
            "the mill was shut",
        ),
    ],
)
def test_a_sentence_shows_who_passed_the_words_on(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


def test_a_passive_without_an_agent_is_a_link_of_nobody_with_a_caveat(reader: Reader) -> None:
    (one,) = told(reader, "“The mill is shut,” baker Ivo Lund was quoted as saying.")
    assert [(link.party and link.party.name, link.how) for link in one.chain] == [
        (None, "cites"),
        ("baker Ivo Lund", "says"),
    ]
    assert "source_not_named" in dict(one.caveats)


def test_a_quotation_in_a_quotation_goes_to_its_own_speaker(reader: Reader) -> None:
    found = chains(reader, "“The baker told me: ‘Leave the mill’,” Ida Holm said.")
    assert ("Ida Holm says > The baker says", "‘Leave the mill’") in found
    assert ("Ida Holm says", "“The baker told me: ‘Leave the mill’,”") in found


def test_nobody_is_called_the_baker_in_words_of_his_own(reader: Reader) -> None:
    inner = told(reader, "Mayor Ida Holm said that the governor had told her the mill was sold.")[
        -1
    ]
    assert inner.speaker is not None
    assert (inner.speaker.name, inner.speaker.actor) == ("the governor", None)
    assert len(inner.chain) == 2


def test_a_second_verb_goes_on_with_the_first_speaker(reader: Reader) -> None:
    found = chains(
        reader, "Ida Holm said the mill had burned and added that a new one was planned."
    )
    assert found == [
        ("Ida Holm says", "the mill had burned"),
        ("Ida Holm says", "that a new one was planned"),
    ]


def test_two_speakers_of_one_sentence_are_told_apart(reader: Reader) -> None:
    found = chains(reader, "Ida Holm said the mill was old, while Jon Aker said it was sound.")
    assert found == [("Ida Holm says", "the mill was old"), ("Jon Aker says", "it was sound")]


def test_the_clause_around_the_rest_of_a_quotation_is_said_too(reader: Reader) -> None:
    (one,) = told(reader, "“The mill burned,” Ida Holm said, and there was “no sign” of a thief.")
    assert [span.text for span in one.content] == [
        "“The mill burned,”",
        "there was “no sign” of a thief",
    ]


def test_also_carries_the_source_over_a_paragraph_between(reader: Reader) -> None:
    text = (
        "Mayor Ida Holm told Reuters the mill had burned.\n\nThe square was quiet.\n\n"
        "Holm also said a new one was on order."
    )
    assert [one.chain[0].party and one.chain[0].party.name for one in told(reader, text)] == [
        "Reuters",
        "Reuters",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has confirmed that the mill burned.",
        "No official said that the mill had burned.",
        "Neither side has confirmed that a deal was made.",
        "The mayor neither confirmed nor denied that the mill had burned.",
    ],
)
def test_who_is_nobody_has_said_nothing(reader: Reader, text: str) -> None:
    assert told(reader, text) == ()


def test_an_occasion_has_its_outlet_and_its_time(reader: Reader) -> None:
    (one,) = told(
        reader, "In an interview with Reuters published on 3 March, Ida Holm said the mill burned."
    )
    assert one.occasion == "interview with Reuters"
    assert one.occasion_outlet is not None
    assert one.occasion_outlet.name == "Reuters"
    assert one.occasion_when is not None
    assert one.occasion_when.text == "3 March"


def test_a_briefing_that_is_told_something_is_the_occasion(reader: Reader) -> None:
    (one,) = told(reader, "Ida Holm told a briefing on 3 March that the mill burned.")
    assert (one.occasion, one.addressees) == ("briefing", ())
    assert one.occasion_when is not None


@pytest.mark.parametrize(
    ("text", "modality", "force"),
    [
        ("The mayor ruled out a new mill.", "denied", "denying"),
        ("The mayor refused to rule out a new mill.", "possible", "neutral"),
        ("The mayor did not rule out closing the mill.", "possible", "neutral"),
        ("Oslo has no plans to close the mill.", "denied", "neutral"),
        ("Oslo has no intention of closing the mill.", "denied", "neutral"),
        ("The ministry is not considering a ban.", "denied", "neutral"),
        ("The ministry said it had no plans to close the mill.", "denied", "neutral"),
        ("The mayor rejected claims that the mill had burned.", "denied", "assertive"),
        ("The mayor rejected the offer of a new mill.", "asserted", "assertive"),
        ("The mayor claimed that the mill had burned.", "doubted", "doubting"),
        ("The mayor doubts that the mill will stand.", "doubted", "doubting"),
        ("The mayor asked if the mill had burned.", "requested", "neutral"),
        ("Mayor Ida Holm warned of losses should the pump fail.", "hypothetical", "assertive"),
        ("The mayor promised that the mill would stand.", "promised", "assertive"),
    ],
)
def test_what_is_ruled_out_planned_or_rejected_has_its_modality(
    reader: Reader, text: str, modality: str, force: str
) -> None:
    (one,) = told(reader, text)
    assert (one.modality, one.force) == (modality, force)


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "It burned, Reuters reported, citing Norway’s flour board. All fled, the board said.",
            "Reuters cites > the board says",
            "All fled",
        ),
        (
            "It sank, according to minutes obtained by Reuters.\n\nThe minutes say that bakers died.",
            "Reuters cites > The minutes writes",
            "that bakers died",
        ),
        (
            "A letter dated 9 May and obtained by Reuters says that the mill is sold.",
            "Reuters cites > A letter writes",
            "that the mill is sold",
        ),
        (
            "The tabloid Kvarn, citing a baker, wrote that the mill was sold.",
            "The tabloid Kvarn cites > a baker says",
            "that the mill was sold",
        ),
        (
            "The mill is sold, a baker told the Lisvane Standard.",
            "the Lisvane Standard cites > a baker says",
            "The mill is sold",
        ),
        (
            "She told Reuters that the miller had testified that the baker admitted that it sank.",
            "Reuters cites > She says > the miller says > the baker says",
            "that it sank",
        ),
        (
            "The mill is shut, its owner said. (Delvane)",
            "Delvane credits > its owner says",
            "The mill is shut",
        ),
        (
            "OSLO, May 8. /NTB/. The mill is shut, its owner said.",
            "NTB credits > its owner says",
            "The mill is shut",
        ),
        (
            "Reuters reported on speculation about a sale of the mill.",
            "Reuters reports > - says",
            "speculation about a sale of the mill",
        ),
        (
            "The owner told the miller on the night of the fire that everyone should leave.",
            "The owner says",
            "that everyone should leave",
        ),
    ],
)
def test_wires_show_their_sources(reader: Reader, text: str, chain: str, content: str) -> None:
    assert (chain, content) in chains(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The reaction of the bakers highlights how old the mill is.",
        "The wheel, made by the firm Alpenwerk and officially called the M-10 Lynx, is broken.",
        "Asked whether the mill was sold, the owner left.",
    ],
)
def test_what_shows_names_or_asks_says_nothing(reader: Reader, text: str) -> None:
    assert chains(reader, text) == []


def test_what_stands_before_a_semicolon_is_not_what_the_second_speaker_said(reader: Reader) -> None:
    text = "The bakers claimed that the mill had burned; the owner said the wheel had stopped."
    assert chains(reader, text) == [
        ("The bakers says", "that the mill had burned"),
        ("the owner says", "the wheel had stopped"),
    ]


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The kiln is cold, potter Jan Brok said, Reuters reported. Brok said that rain came.",
            "Reuters reports > Brok says",
            "that rain came",
        ),
        (
            "Three potters told Reuters that the kiln was cold. One of the potters said it rained.",
            "Reuters cites > One of the potters says",
            "it rained",
        ),
        (
            "Clay will cost more, according to Trade Minister Ida Holm, the Delvane agency reports.",
            "the Delvane agency reports > Trade Minister Ida Holm says",
            "Clay will cost more",
        ),
    ],
)
def test_a_source_holds_on_past_tails_and_for_one_of_several(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The baker told Reuters the mill was old. She also said that it was shut.",
            "Reuters cites > She says",
            "that it was shut",
        ),
        (
            "Bakers told Reuters that the mill was old. They added that it was shut.",
            "Reuters cites > They says",
            "that it was shut",
        ),
        (
            "A report obtained by Le Soir says the mill is old. It also says that it is shut.",
            "Le Soir cites > It writes",
            "that it is shut",
        ),
        (
            "The baker said on Friday, according to the daily Kontur, that the mill was shut.",
            "the daily Kontur reports > The baker says",
            "that the mill was shut",
        ),
        (
            "According to Reuters, which cited two bakers, the mill will close on Monday.",
            "Reuters cites > two bakers says",
            "the mill will close on Monday",
        ),
        (
            "As the head of the mill, Lia Berg, told Interfax-Ukraine, the wheel is broken.",
            "Interfax-Ukraine cites > the head of the mill, Lia Berg says",
            "the wheel is broken",
        ),
        (
            "The baker claimed that the mill was shut, which the owner denied.",
            "The baker says",
            "that the mill was shut",
        ),
    ],
)
def test_a_source_that_other_words_show(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


def test_the_paragraph_that_names_the_speaker_names_him_for_those_before(reader: Reader) -> None:
    text = '"The mill is old.\n\n"It has been shut since May," baker Lia Berg said.'
    (one,) = told(reader, text)
    assert [span.text for span in one.content] == [text[: text.index(" baker")]]


def test_what_is_said_on_without_a_new_occasion_is_said_there(reader: Reader) -> None:
    text = "Baker Ida Holm told a news conference that the mill was old. She said it was shut."
    assert {one.occasion for one in told(reader, text)} == {"news conference"}
