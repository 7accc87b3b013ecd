"""Which accounts are one claim: fragments of a quotation, paraphrases, and what must stay apart."""

from __future__ import annotations

import pytest

from collate.ledgers import Desk, an_actor, collated, ledgers
from sayso.collate import collation
from sayso.model.collation import Claim

ADMIRAL = an_actor("Rosa Benmoussa", country="MAR", office="admiral")
LONG = (
    "“Our patrols will shadow every dredger that enters the strait, and if one of them drops anchor over "
    "the cable, its crew will answer to a court in Tangier,”"
)


def claims(*desks: Desk) -> tuple[Claim, ...]:
    return collated(ledgers(*desks)).claims


def one(words: str, path: str, form: str = "indirect") -> Desk:
    return Desk(f"Benmoussa spoke: {words}", path=path).said(ADMIRAL, words, form=form)  # type: ignore[arg-type]


def test_fragments_meet_through_the_long_quotation() -> None:
    first = one("“shadow every dredger” near the coast", "a", "mixed")
    second = one("that crews “will answer to a court”", "b", "mixed")
    assert len(claims(first, second)) == 2
    [claim] = claims(first, one(LONG, "long", "direct"), second)
    assert len(claim.articles) == 3
    assert claim.text == LONG


@pytest.mark.parametrize(
    "words",
    [
        "patrols would shadow dredgers in the strait; crews anchoring over the cable face a court",
        "any dredger in the strait will be shadowed by patrols, with a court in Tangier waiting for crews",
    ],
)
def test_a_paraphrase_is_the_same_claim(words: str) -> None:
    assert len(claims(one(LONG, "long", "direct"), one(words, "paraphrase"))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "the fishing quota would be settled by autumn",
        "new patrols had been bought from a yard in Cadiz",
        "the strait is as old as the hills",
    ],
)
def test_other_matters_of_one_speaker_stay_apart(words: str) -> None:
    assert len(claims(one(LONG, "long", "direct"), one(words, "other"))) == 2


def test_other_numbers_stay_apart() -> None:
    first = one("the navy has bought 12 patrol boats from the yard", "a")
    second = one("the navy has bought 30 patrol boats from the yard", "b")
    assert len(claims(first, second)) == 2


def test_a_negation_stays_apart() -> None:
    first = one("the navy bought patrol boats from the yard", "a")
    second = one("the navy never bought patrol boats from the yard", "b")
    assert len(claims(first, second)) == 2


def test_stock_phrases_of_two_people_are_no_two_origins() -> None:
    other = an_actor("Iker Zuria", country="ESP", office="admiral")
    words = "“a very serious mistake” for the whole region"
    first = one(words, "a", "mixed")
    second = Desk(f"Zuria called the plan {words} and its ports.", path="b")
    second.said(other, "“a very serious mistake” for the whole region and its ports", form="mixed")
    [claim] = claims(first, second)
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


def test_a_piece_of_a_longer_statement_is_the_same_claim() -> None:
    text = "Benmoussa stressed the danger, warning of a reply should the cable be cut."
    desk = Desk(text, path="nested")
    desk.said(ADMIRAL, "the danger, warning of a reply should the cable be cut", cue="stressed")
    desk.said(ADMIRAL, "a reply should the cable be cut", cue="warning")
    assert len(claims(desk)) == 1


def test_a_long_quotation_put_to_two_people_is_one_claim_and_a_conflict() -> None:
    other = an_actor("Iker Zuria", country="ESP", office="admiral")
    desk = Desk(f"Zuria warned: {LONG} and nobody answered.", path="b").said(
        other, LONG, form="direct"
    )
    [claim] = claims(one(LONG, "a", "direct"), desk)
    assert claim.independent_origins == 1
    assert [(d.field, d.verdict) for d in claim.differences] == [("speaker", "conflict")]


def test_words_put_to_another_state_are_not_given_to_the_person() -> None:
    spain = an_actor("Spain", "state", country="ESP")
    desk = Desk(f"Spain warned: {LONG} and nobody answered.", path="b").said(
        spain, LONG, form="direct"
    )
    [claim] = claims(one(LONG, "a", "direct"), desk)
    assert [d.field for d in claim.differences] == ["speaker"]
    assert {o.party.resolved for o in claim.origins if o.party} == {"Rosa Benmoussa", "Spain"}
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


def test_the_same_few_words_of_one_speaker_are_one_claim() -> None:
    assert len(claims(one("the blockade", "a"), one("the blockade", "b"))) == 1


def test_an_altered_quotation_is_told() -> None:
    first = one(
        "“the cable lies 40 metres below the keel of any dredger in the strait”", "a", "direct"
    )
    second = one(
        "“the cable lies 90 metres below the keel of any dredger in the strait”", "b", "direct"
    )
    collation = collated(ledgers(first, second))
    [claim] = collation.claims
    assert [(d.field, d.verdict) for d in claim.differences] == [("wording", "drift")]
    assert [c.code for c in collation.caveats].count("quote_altered") == 1


def test_firm_and_soft_words_are_told() -> None:
    first = one("a dredger over the cable will be boarded by the coast patrol", "a")
    second = one("a dredger over the cable could be boarded by the coast patrol", "b")
    [claim] = claims(first, second)
    [difference] = claim.differences
    assert (difference.field, difference.verdict) == ("certainty", "drift")
    assert [(v.value, [s.text for s in v.spans]) for v in difference.values] == [
        ("firm", ["will"]),
        ("soft", ["could"]),
    ]


def test_other_words_of_one_speaker_for_the_same_are_one_claim() -> None:
    first = one("the ferry route from Tangier to Cadiz will reopen in May", "a")
    second = one("ferries between Tangier and Cadiz are to sail again from May", "b")
    assert len(claims(first, second)) == 1


def test_a_number_in_words_is_its_figure() -> None:
    first = one("the yard has delivered six thousand anchors to the navy of Morocco", "a")
    second = one("6,000 anchors went from the yard to the navy of Morocco", "b")
    third = one("seven thousand anchors went from the yard to the navy of Morocco", "c")
    assert [len(claim.articles) for claim in claims(first, second)] == [2]
    assert len(claims(first, third)) == 2


def test_what_only_lets_another_speak_is_no_claim_of_its_own() -> None:
    agency = an_actor("Corvane", "agency")
    words = "that the yard has delivered the anchors"
    outer = f"Rosa Benmoussa, the admiral, said on Monday {words}"
    desk = Desk(f"As Corvane reports, {outer}.")
    desk.said(ADMIRAL, words, via=(agency,)).said(agency, outer)
    assert [claim.text for claim in claims(desk)] == [words]


@pytest.mark.parametrize(("room", "expected"), [("Corvane", 1), (None, 2)])
def test_two_translations_through_one_newsroom_without_the_model_of_meaning(
    room: str | None, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collation, "load_meaning", lambda: None)
    agency = an_actor("Corvane", "agency")
    via = (agency,) if room else ()
    desks = [
        Desk(f"Benmoussa told Corvane: {words}.", path=words).said(
            ADMIRAL, words, via=via, form="direct"
        )
        for words in (
            "“the cable is the artery of Tangier”",
            "“this cable is an artery for Tangier, and a lifeline”",
        )
    ]
    assert len(claims(*desks)) == expected


def test_everyday_words_in_two_long_quotations_are_no_evidence() -> None:
    first = one(
        "“ships of the United Kingdom have moored here since my grandfather's day”", "a", "direct"
    )
    second = one(
        "“I wrote to the United Kingdom about pilots, lamps and the price of coal”", "b", "direct"
    )
    assert len(claims(first, second)) == 2


def test_a_name_in_two_quotations_joins_nothing() -> None:
    first = one("that the bill is the “bleak heart of the Harbour Lamps Act.”", "a", "mixed")
    second = one("“When I was a girl, the Harbour Lamps Act lit every pier in town”", "b", "direct")
    assert len(claims(first, second)) == 2
    again = one("it was the “bleak heart of the Harbour Lamps Act”", "c", "mixed")
    assert len(claims(first, again)) == 1


ZURIA = an_actor("Iker Zuria", country="ESP", office="minister")


def two(words: str, path: str) -> Desk:
    return Desk(f"Zuria spoke: {words}", path=path).said(ZURIA, words)


def test_one_persons_renderings_stay_together_where_another_used_the_same_words() -> None:
    said = "the tunnel to Cadiz carried eleven freight trains last night"
    other = "last night eleven trains with freight went through the Cadiz tunnel"
    assert len(claims(one(said, "a"), one(other, "b"))) == 1
    [claim] = claims(one(said, "a"), one(other, "b"), two(said, "c"))
    assert claim.articles == tuple(sorted(claim.articles))
    assert (len(claim.articles), len(claim.origins)) == (3, 2)


def test_without_denies_a_thing_and_not_what_others_say() -> None:
    said = "two ferries crossed the strait of Tangier without lights at night"
    other = "two ferries crossed the strait of Tangier at night with their lights out"
    [claim] = claims(one(said, "a"), one(other, "b"), two(said, "c"))
    assert claim.denials == ()
    with_pilots = "two ferries crossed the strait of Tangier with pilots on board"
    without = "two ferries crossed the strait of Tangier without pilots on board"
    found = claims(one(with_pilots, "a"), two(without, "b"))
    assert [len(claim.articles) for claim in found] == [1, 1]


@pytest.mark.parametrize(("second", "expected"), [("Corvane", 1), ("Nordlys", 2)])
def test_what_one_newsroom_passes_on_of_nobody_named_is_one_claim(
    second: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collation, "load_meaning", lambda: None)
    desks = [
        Desk(f"{agency} reported {words}.", path=words).said(
            None, words, via=(an_actor(agency, "agency"),), modality="possible"
        )
        for agency, words in (
            ("Corvane", "talk about the possible sale of the dredgers to Spain"),
            (second, "talk that the dredgers could be on sale for Spain after the vote"),
        )
    ]
    found = claims(*desks)
    assert len(found) == expected
    assert all(claim.independent_origins == 0 for claim in found)


SURVEYOR = an_actor("Ilmari Kask", country="EST", office="surveyor general")
DRAINED = "the reservoir above Keila lost two thirds of its water in August"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("from the reservoir above Keila two thirds of the water disappeared in August", 1),
        ("two thirds of the water of the reservoir above Keila ran out in August", 1),
        ("in September two thirds of the water in the reservoir above Keila were lost", 2),
        ("in August two thirds of the water in the reservoir above Tapa were lost", 2),
        ("in August one quarter of the water in the reservoir above Keila was lost", 2),
    ],
)
def test_two_people_tell_one_thing_in_other_words(words: str, number: int) -> None:
    """Names and numbers must agree, and nothing shows that the two are independent."""
    first = Desk(f"Benmoussa said that {DRAINED}.", path="a").said(ADMIRAL, DRAINED)
    second = Desk(f"Kask said that {words}.", path="b").said(SURVEYOR, words)
    found = claims(first, second)
    assert len(found) == number
    if number == 1:
        assert (found[0].independent_origins, found[0].possible_origins) == (1, 2)


def test_lacking_a_thing_is_no_denial_of_having_none() -> None:
    """To have none and to be without are one claim of two people, whom nobody denies."""
    first, second = (
        "the harbour of Rovinj had no electricity for six nights",
        "for six nights the harbour of Rovinj was without electricity",
    )
    [claim] = claims(
        Desk(f"Benmoussa said that {first}.", path="a").said(ADMIRAL, first),
        Desk(f"Kask said that {second}.", path="b").said(SURVEYOR, second),
    )
    assert (claim.denials, claim.possible_origins) == ((), 2)


def test_a_part_of_a_name_is_no_other_speaker() -> None:
    surname = an_actor("Benmoussa", country="MAR")
    first = one(LONG, "a", "direct")
    second = Desk(f"Benmoussa spoke: {LONG}", path="b").said(surname, LONG, form="direct")
    assert not any(
        d.field == "speaker" for claim in claims(first, second) for d in claim.differences
    )


ROOF = "the roof of the market hall in Varna fell on eleven stalls"


@pytest.mark.parametrize(
    ("words", "denials"),
    [
        (f"{ROOF}, and nobody knew why", 0),
        ("the roof of the market hall in Varna never fell on eleven stalls", 1),
    ],
)
def test_only_who_denies_what_both_tell_denies_it(words: str, denials: int) -> None:
    first = Desk(f"Benmoussa said that {ROOF}.", path="a").said(ADMIRAL, ROOF)
    second = Desk(f"Kask said that {words}.", path="b").said(SURVEYOR, words)
    [claim] = claims(first, second)
    assert len(claim.denials) == denials


def test_nobody_denies_what_he_states_himself() -> None:
    first = Desk(f"Kask said that {ROOF}.", path="a").said(SURVEYOR, ROOF)
    second = Desk(f"Kask denied that {ROOF}.", path="b")
    second.said(SURVEYOR, ROOF, cue="denied", modality="denied")
    assert [claim.denials for claim in claims(first, second)] == [()]


def test_who_denies_a_claim_keeps_nobody_out_who_says_it_in_other_words() -> None:
    said = one("the coal pier at Nador will open again in June", "a")
    again = Desk("Zuria spoke: the coal pier in Nador will reopen in June", path="b")
    again.said(
        an_actor("Iker Zuria", country="ESP", office="admiral"),
        "the coal pier in Nador will reopen in June",
    )
    against = Desk("Lund spoke: the coal pier at Nador will not open again in June", path="c")
    against.said(
        an_actor("Ida Lund", country="NOR", office="admiral"),
        "the coal pier at Nador will not open again in June",
    )
    [claim] = claims(said, again, against)
    assert (len(claim.articles), len(claim.denials)) == (3, 1)


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    plain = one("the harbour is shut until June; pilots wait for the tide at Nador", "a")
    other = Desk("Zuria spoke: the harbour is shut until June. Pilots wait for the tide.", path="b")
    other.said(
        an_actor("Iker Zuria", country="ESP", office="admiral"),
        "the harbour is shut until June. Pilots wait for the tide",
    )
    [claim] = claims(plain, other)
    assert len(claim.articles) == 2


SHUT = "the barrage would be shut in the night of the spring tide"


@pytest.mark.parametrize(
    ("words", "also", "number"),
    [
        ("the spring tide", (), 1),
        ("a barrage", (), 2),  # one word is in too many
        ("the spring ferry", (), 2),
        ("the spring tide", ("the ferries would sail at each spring tide of the year",), 3),
    ],
)
def test_a_bare_phrase_belongs_to_the_only_claim_that_holds_it(
    words: str, also: tuple[str, ...], number: int
) -> None:
    full = Desk(f"Benmoussa said that {SHUT}.", path="a").said(ADMIRAL, SHUT)
    bare = Desk(f"Benmoussa spoke of {words}.", path="b").said(ADMIRAL, words)
    more = [Desk(f"Benmoussa said that {one}.", path=one).said(ADMIRAL, one) for one in also]
    assert len(collated(ledgers(full, bare, *more)).claims) == number


def test_a_topic_is_no_claim() -> None:
    topic = "the issue of the ferries"
    desk = Desk(f"At the pier Benmoussa discussed {topic}.").said(ADMIRAL, topic)
    assert not collated(ledgers(desk)).claims
