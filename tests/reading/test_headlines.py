"""Headlines: who says what in a title, with the text's people; and titles that say nothing surely."""

from __future__ import annotations

import pytest

from sayso.model.ids import digest_id
from sayso.model.reading import Attribution
from sayso.model.text import Article
from sayso.reading import Reader

TEXT = (
    "Mayor Ida Holm of Tromso spoke on the pier. Moscow’s envoy to Japan, Oleg Baran, came late. "
    "The pump is old, and the missiles are a danger. Defence Minister Kenji Mori stayed at home."
)


def titled(reader: Reader, title: str, text: str = TEXT) -> list[Attribution]:
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", title=title, text=text)
    found = reader.read_one(article).attributions
    for one in found:
        for span in (*one.evidence, *one.content):
            assert span.text == article.part(span.part)[span.start : span.end]
    return [one for one in found if one.content[0].part == "title"]


@pytest.mark.parametrize(
    ("title", "name", "resolved", "content"),
    [
        ("Moscow warns Tokyo over missiles", "Moscow", "Russia", "missiles"),
        ("Envoy: we will answer", "Envoy", "Oleg Baran", "we will answer"),
        ("Pump will be replaced, says Holm", "Holm", "Ida Holm", "Pump will be replaced"),
        ("‘Not our pump’: minister", "minister", "Kenji Mori", "‘Not our pump’"),
        ("Storm sinks two ferries: officials", "officials", None, "Storm sinks two ferries"),
        ("Ferry late, mayor says", "mayor", "Ida Holm", "Ferry late"),
        ("‘Nobody asked us’: mayor on pump plan", "mayor", "Ida Holm", "‘Nobody asked us’"),
        ("Pump would be ‘a mistake’ – Holm", "Holm", "Ida Holm", "Pump would be ‘a mistake’"),
        ("Mayor Denies Report of Broken Pump", "Mayor", "Ida Holm", "Report of Broken Pump"),
        ("Moscow urges Tokyo not to send pumps", "Moscow", "Russia", "not to send pumps"),
        ("PM Mori vows to mend the pump", "PM Mori", "Kenji Mori", "to mend the pump"),
    ],
)
def test_a_headline_tells_whose_words_it_has(
    reader: Reader, title: str, name: str, resolved: str | None, content: str
) -> None:
    (one,) = titled(reader, title)
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.resolved) == (name, resolved)
    assert [span.text for span in one.content] == [content]


@pytest.mark.parametrize(
    "title",
    [
        "Will Tokyo send missiles?",
        "Why Moscow fears the missiles",
        "Minister accused of theft",
        "Russia warned over missiles",
        "Chile: floods cut two roads",
        "Ida Holm on pumps, ferries and the sea",
        "MAYOR SAYS PUMP WILL BE MENDED",
        "Tokyo to send missiles",
        "Storm in the north: what we know",
    ],
)
def test_a_headline_that_cannot_be_read_surely_states_nothing(reader: Reader, title: str) -> None:
    assert titled(reader, title) == []


def test_a_headline_has_the_source_that_its_text_names(reader: Reader) -> None:
    text = "“The pump is gone,” Mayor Ida Holm told Reuters."
    (one,) = titled(reader, "Pump is gone, mayor says", text)
    assert [(link.how, link.party and link.party.resolved) for link in one.chain] == [
        ("cites", "Reuters"),
        ("says", "Ida Holm"),
    ]
    assert one.chain[0].span.part == "text"


def test_the_name_of_the_site_is_no_part_of_a_headline(reader: Reader) -> None:
    (one,) = titled(reader, "Mayor Rejects Plan for New Pump | Pier Gazette")
    assert one.content[0].text == "Plan for New Pump"


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("UN: 2 million in Sahel need pumps", "UN"),
        ("Pumps to be sent to Sahel - UN", "UN"),
        ("FIFA: 2 million in Sahel need pumps", None),
        ("Pumps to be sent to Sahel - Quay Times", None),
    ],
)
def test_a_name_before_a_colon_or_behind_a_dash_speaks_where_it_does_in_the_text(
    reader: Reader, title: str, speaker: str | None
) -> None:
    text = "Two million people in the Sahel need pumps, the United Nations said on Monday."
    found = [one.speaker.name for one in titled(reader, title, text) if one.speaker]
    assert found == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("title", "speaker", "hearer", "content"),
    [
        ("Oslo to Bergen: open the mill or forget the flour", "Oslo", "Bergen", 1),
        ("Mill chief to bakers: carry that sack and you pay", "Mill chief", "bakers", 1),
        ("Mayor to voters: the pump will hold", "Mayor", "voters", 1),
        ("Oslo to Bergen’s millers: next flood, we close", "Oslo", "Bergen’s millers", 1),
        ("Tax our flour, lose your bread: Oslo to Bergen", "Oslo", "Bergen", 0),
        ("Stay off the bridge or pay: mayor to drivers", "mayor", "drivers", 0),
    ],
)
def test_a_label_tells_whom_the_words_are_for(
    reader: Reader, title: str, speaker: str, hearer: str, content: int
) -> None:
    (one,) = titled(reader, title)
    assert one.speaker is not None
    assert one.speaker.name == speaker
    assert [party.name for party in one.addressees] == [hearer]
    assert [span.text for span in one.content] == [title.split(": ")[content]]


@pytest.mark.parametrize(
    ("title", "speaker", "hearer", "content"),
    [
        ("Pay up or lose the mill, Oslo tells Bergen", "Oslo", "Bergen", "Pay up or lose the mill"),
        ("Free our men or swim, Oslo warns bakers", "Oslo", "bakers", "Free our men or swim"),
    ],
)
def test_a_telling_behind_the_words_has_its_hearer(
    reader: Reader, title: str, speaker: str, hearer: str, content: str
) -> None:
    (one,) = titled(reader, title)
    assert one.speaker is not None
    assert one.speaker.name == speaker
    assert [party.name for party in one.addressees] == [hearer]
    assert [span.text for span in one.content] == [content]


@pytest.mark.parametrize(
    "title",
    [
        "Road to Oslo: floods cut the bridge",
        "Letter to Bergen: what we learned this year",
        "From Oslo to Bergen: the trains are late",
        "Oslo to Bergen: the trains are late",
        "Key to success: why small mills win",
    ],
)
def test_a_way_is_no_address(reader: Reader, title: str) -> None:
    assert not titled(reader, title)
