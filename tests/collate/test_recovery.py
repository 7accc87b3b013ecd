"""Links that an article left out: recovered only where quoted words of another article prove them."""

from __future__ import annotations

from collate.ledgers import Desk, an_actor, collated, day, ledgers
from sayso.collate import Collation
from sayso.model.collation import OriginPath
from sayso.model.ledger import Caveat

MINISTER = an_actor("Yusra Kadim", country="JOR", office="water minister")
CORVANE = an_actor("Corvane", "agency", owner="Corvane Trust")
DELPHA = an_actor("Delpha", "agency", owner="Delpha Media")
QUOTE = "“no tanker will cross the valley while the wells are being tested”"


def through(agency: str, path: str = "named") -> Desk:
    actor = {"Corvane": CORVANE, "Delpha": DELPHA}[agency]
    desk = Desk(f"{QUOTE}, {agency} quoted Kadim as saying.", path=f"{path} {agency}")
    return desk.said(MINISTER, QUOTE, via=(actor,), cue="quoted", form="direct")


def bare(words: str = QUOTE) -> Desk:
    desk = Desk(f"Minister Kadim put it plainly: {words}.", path="bare")
    return desk.said(MINISTER, words, form="direct")


def path_of(collation: Collation, desk: Desk) -> OriginPath:
    [claim] = [claim for claim in collation.claims if desk.article.id in claim.articles]
    [path] = [p for o in claim.origins for p in o.paths if p.article == desk.article.id]
    return path


def codes(collation: Collation, desk: Desk) -> set[str]:
    return {caveat.code for caveat in collation.caveats if caveat.article == desk.article.id}


def test_shared_quotation_proves_the_agency() -> None:
    named, left = through("Corvane"), bare()
    collation = collated(ledgers(named, left))
    path = path_of(collation, left)
    assert path.way == "recovered"
    assert [party.resolved for party in path.left_out] == ["Corvane"]
    assert {span.article for span in path.recovered} == {named.article.id}
    assert codes(collation, left) == {
        "attribution_dropped",
        "no_new_information",
        "source_not_named",
    }
    assert codes(collation, named) == {"no_new_information"}


def test_the_caveat_is_about_the_statement() -> None:
    left = bare()
    collation = collated(ledgers(through("Corvane"), left))
    [caveat] = [c for c in collation.caveats if c.code == "attribution_dropped"]
    assert isinstance(caveat, Caveat)
    assert caveat.about == left.ledger().records[0].id
    assert caveat.spans[0].text == QUOTE


def test_a_short_quoted_fragment_is_enough_for_the_same_speaker() -> None:
    words = "that “no tanker will cross” before the tests are over"
    desk = Desk(f"Kadim said {words}.", path="fragment").said(MINISTER, words, form="mixed")
    assert path_of(collated(ledgers(through("Corvane"), desk)), desk).way == "recovered"


def test_the_same_thing_in_other_words_recovers_nothing() -> None:
    words = "tankers stay out of the valley while wells are tested, and none will cross"
    desk = Desk(f"Kadim said {words}.", path="other words").said(MINISTER, words)
    collation = collated(ledgers(through("Corvane"), desk))
    assert len(collation.claims) == 1
    path = path_of(collation, desk)
    assert (path.way, path.left_out, path.recovered) == ("not_named", (), ())
    assert codes(collation, desk) == {"no_new_information", "source_not_named"}


def test_two_agencies_leave_open_which_was_left_out() -> None:
    left = bare()
    collation = collated(ledgers(through("Corvane"), through("Delpha"), left))
    assert path_of(collation, left).way == "not_named"
    assert "attribution_dropped" not in codes(collation, left)


def test_a_nameless_quotation_gets_its_speaker_back() -> None:
    desk = Desk(f"A warning was heard: {QUOTE}.", path="nameless").said(None, QUOTE, form="direct")
    collation = collated(ledgers(through("Corvane"), desk))
    [claim] = collation.claims
    assert (claim.independent_origins, claim.possible_origins) == (1, 1)
    assert [p.resolved for p in path_of(collation, desk).left_out] == ["Corvane", "Yusra Kadim"]


def test_a_state_joins_its_minister_on_shared_words_only() -> None:
    state = an_actor("Jordan", "state", country="JOR")
    same = Desk(f"Jordan made it clear: {QUOTE}.", path="state").said(state, QUOTE, form="direct")
    words = "drivers of tankers should look for other roads across the valley this year"
    other = Desk(f"Jordan warned that {words}.", path="other").said(state, words)
    assert len(collated(ledgers(through("Corvane"), same)).claims) == 1
    assert len(collated(ledgers(through("Corvane"), other)).claims) == 2


def test_two_speakers_of_one_sentence_give_a_nameless_quotation_to_neither() -> None:
    rival = an_actor("Omar Sellami", country="TUN", office="water minister")
    second = Desk(f"Sellami: {QUOTE}.", path="rival").said(rival, QUOTE, form="direct")
    desk = Desk(f"A warning was heard: {QUOTE}.", path="nameless").said(None, QUOTE, form="direct")
    collation = collated(ledgers(through("Corvane"), second, desk))
    [claim] = collation.claims
    assert claim.independent_origins == 1
    assert [(d.field, d.verdict) for d in claim.differences] == [("speaker", "conflict")]
    assert path_of(collation, desk).way == "not_named"


def test_a_named_newsroom_covers_the_speakers_other_words() -> None:
    desk = through("Corvane")
    more = Desk(f"{desk.article.text} The wells are old, Kadim said.", path="more")
    more.said(MINISTER, QUOTE, via=(CORVANE,), cue="quoted", form="direct")
    more.said(MINISTER, "The wells are old")
    assert codes(collated(ledgers(more)), more) == set()


def test_a_dated_second_occasion_recovers_nothing_in_other_words() -> None:
    first = Desk("On 1 May Kadim told Corvane the wells will stay shut all summer.", path="1")
    first.said(
        MINISTER, "the wells will stay shut all summer", via=(CORVANE,), when=day("2025-05-01")
    )
    later = Desk("On 9 May Kadim said again the wells will stay shut all summer.", path="2")
    later.said(MINISTER, "the wells will stay shut all summer", when=day("2025-05-09"))
    collation = collated(ledgers(first, later))
    [claim] = collation.claims
    assert claim.occasions is not None
    assert len(claim.occasions) == 2
    assert path_of(collation, later).way == "not_named"


def test_an_article_that_names_the_agency_further_down_left_nothing_out() -> None:
    text = f"Kadim warned drivers: {QUOTE}. Speaking to Corvane, Kadim added that pumps are on their way."
    desk = Desk(text, path="further down").said(MINISTER, QUOTE, form="direct")
    desk.said(MINISTER, "pumps are on their way", via=(CORVANE,), cue="added")
    collation = collated(ledgers(through("Corvane"), desk))
    [claim] = [claim for claim in collation.claims if len(claim.articles) == 2]
    assert {path.way for origin in claim.origins for path in origin.paths} == {"named"}
    assert codes(collation, desk) == set()


def test_who_only_passes_words_on_is_no_origin_of_them() -> None:
    text = "The palace said that Kadim had told farmers that the dam would be emptied before the rains."
    palace = an_actor("Royal Palace of Jordan", "government", country="JOR")
    desk = Desk(text, path="frame").said(
        palace, "Kadim had told farmers that the dam would be emptied before the rains", cue="said"
    )
    desk.said(
        MINISTER, "the dam would be emptied before the rains", via=("The palace",), cue="told"
    )
    [claim] = collated(ledgers(desk)).claims
    assert [origin.party.resolved for origin in claim.origins if origin.party] == ["Yusra Kadim"]
    assert (claim.independent_origins, claim.possible_origins) == (1, 1)
