"""Records of several articles as one claim: by their slots, never by words alone."""

from __future__ import annotations

import msgspec
import pytest

from collate.deals import (
    BOLIVIA,
    CHILE,
    DIRECTOR,
    ENVOY,
    MINISTER,
    NORWAY,
    PERU,
    SHELLS,
    Dossier,
    dossiers,
)
from collate.ledgers import about, collated, day, spans_in
from sayso.model.collation import Claim
from sayso.model.ledger import Transfer
from sayso.model.text import When

YEAR = When(start="2031-01-01", end="2031-12-31", precision="year", text="2031", anchor="explicit")
VAGUE = When(precision="year", text="the year before", anchor="none")


def counts(claim: Claim) -> tuple[int, int, int]:
    return claim.independent_origins, claim.possible_origins, claim.witnesses


def test_two_officials_never_draw_one_line() -> None:
    words = "guns for Peru would have an answer"
    batch = dossiers(
        Dossier("a").line(words, ENVOY, to=CHILE, recipient=PERU),
        Dossier("b").line(words, DIRECTOR, to=CHILE, recipient=PERU),
    )
    lines = about(collated(batch), "redline")
    assert [len(line.records) for line in lines] == [1, 1]


def test_one_officials_lines_are_one_where_the_act_is_one() -> None:
    batch = dossiers(
        Dossier("a").line("if Peru gets howitzers we answer", ENVOY, to=CHILE, recipient=PERU),
        Dossier("b").line("she spoke of steps over Peru", ENVOY, recipient=PERU),
        Dossier("c").line("no howitzers for Chile, she said", ENVOY, recipient=CHILE),
    )
    lines = about(collated(batch), "redline")
    assert sorted(len(line.records) for line in lines) == [1, 2]
    joined = next(line for line in lines if len(line.records) == 2)
    assert counts(joined)[:2] == (1, 1)
    assert joined.standing == "single_origin"


def test_a_line_whose_act_cannot_be_read_is_the_one_that_can() -> None:
    dossier = Dossier("a").line("guns for Peru bring an answer", ENVOY, to=CHILE, recipient=PERU)
    dossier.line("should it go on, she warned again", ENVOY, to=CHILE, act="should it go on")
    other = Dossier("b").line("or else, she warned", ENVOY, to=CHILE, act="or else")
    lines = about(collated(dossiers(dossier, other)), "redline")
    assert sorted(len(line.records) for line in lines) == [1, 2]


def test_it_stays_apart_where_two_acts_can_be_read() -> None:
    dossier = Dossier("a").line("guns for Peru bring an answer", ENVOY, to=CHILE, recipient=PERU)
    dossier.line("guns for Chile bring an answer", ENVOY, to=CHILE, recipient=CHILE)
    dossier.line("should it go on, she warned again", ENVOY, to=CHILE, act="should it go on")
    assert len(about(collated(dossiers(dossier)), "redline")) == 3


def test_a_vaguer_leg_joins_the_only_one_that_it_fits() -> None:
    batch = dossiers(
        Dossier("a").transfer("howitzers go to Peru from Chile", supplier=CHILE, recipient=PERU),
        Dossier("b").transfer("Peru is to get guns", recipient=PERU, weapon=SHELLS),
    )
    assert [len(c.records) for c in about(collated(batch), "transfer")] == [2]


def test_a_vaguer_leg_that_fits_two_joins_neither() -> None:
    batch = dossiers(
        Dossier("a").transfer("howitzers go to Peru from Chile", supplier=CHILE, recipient=PERU),
        Dossier("b").transfer("Norway sends Peru howitzers", supplier=NORWAY, recipient=PERU),
        Dossier("c").transfer("Peru is to get howitzers", recipient=PERU),
    )
    assert [len(c.records) for c in about(collated(batch), "transfer")] == [1, 1, 1]


def test_a_fear_is_no_origin_of_an_agreement() -> None:
    batch = dossiers(
        Dossier("a").transfer(
            "Norway agreed to supply Chile", supplier=NORWAY, recipient=CHILE, says=(MINISTER,)
        ),
        Dossier("b").transfer(
            "guns might come to Chile",
            supplier=NORWAY,
            recipient=CHILE,
            stage="considered",
            status="feared",
            modality="feared",
            says=(ENVOY,),
        ),
    )
    claims = about(collated(batch), "transfer")
    assert [counts(claim)[:2] for claim in claims] == [(1, 1), (1, 1)]


def test_the_outlets_own_voice_has_no_source() -> None:
    batch = dossiers(Dossier("a").transfer("Norway arms Chile", supplier=NORWAY, recipient=CHILE))
    [claim] = about(collated(batch), "transfer")
    assert (counts(claim), claim.standing) == ((0, 1, 0), "unsourced")
    assert claim.occasions is None


def test_one_speaker_in_three_articles_is_one_origin() -> None:
    batch = dossiers(
        *(
            Dossier(path).transfer(
                f"{path}: Norway agreed to arm Chile",
                supplier=NORWAY,
                recipient=CHILE,
                says=(MINISTER,),
            )
            for path in "abc"
        )
    )
    [claim] = about(collated(batch), "transfer")
    assert counts(claim)[:2] == (1, 1)
    assert len(claim.articles) == 3


def test_a_denied_delivery_contests_the_delivery() -> None:
    batch = dossiers(
        Dossier("a").transfer(
            "Chile delivered them, he said",
            supplier=CHILE,
            recipient=PERU,
            stage="delivered",
            status="delivered",
            says=(DIRECTOR,),
        ),
        Dossier("b").transfer(
            "none was delivered, she said",
            supplier=CHILE,
            recipient=PERU,
            stage="delivered",
            status="denied",
            modality="denied",
            says=(MINISTER,),
        ),
    )
    [claim] = about(collated(batch), "transfer")
    assert claim.standing == "contested"
    assert counts(claim)[:2] == (1, 1)
    assert [o.party.resolved for o in claim.denials if o.party] == ["Elsa Rokkan"]


def test_rules_are_one_where_subject_and_direction_agree() -> None:
    batch = dossiers(
        Dossier("a").rule("Chile eased arms export rules", CHILE, "arms export rules", YEAR),
        Dossier("b").rule("export controls were loosened", CHILE, "export controls", VAGUE),
        Dossier("c").rule("fishing rules were eased", CHILE, "fishing rules"),
        Dossier("d").rule(
            "export rules got stricter", CHILE, "export rules", direction="tightened"
        ),
    )
    claims = about(collated(batch), "policy_change")
    assert sorted(len(claim.records) for claim in claims) == [1, 1, 2]
    [difference] = next(claim for claim in claims if len(claim.records) == 2).differences
    assert (difference.field, difference.verdict) == ("date", "precision")
    assert [value.value for value in difference.values] == ["2031", "the year before"]


@pytest.mark.parametrize(
    ("subject", "direction", "when", "changes"),
    [
        ("ban on the export of arms", "introduced", day("2031-05-09"), 1),
        ("register of arms exports", "introduced", day("2031-05-09"), 2),
        ("ban on the export of arms", "introduced", None, 2),
        ("ban on the export of arms", "repealed", day("2031-05-09"), 2),
        ("ban on the sale of timber", "introduced", day("2031-05-09"), 2),
    ],
)
def test_a_ban_that_is_introduced_tightens_the_rules_of_that_day(
    subject: str, direction: str, when: When | None, changes: int
) -> None:
    first = Dossier("a").rule(
        "Chile tightened its arms export rules",
        CHILE,
        "arms export rules",
        day("2031-05-09"),
        direction="tightened",
    )
    second = Dossier("b").rule("a decree of Chile", CHILE, subject, when, direction=direction)
    assert len(about(collated(dossiers(first, second)), "policy_change")) == changes


def test_a_rule_of_another_year_is_another_change() -> None:
    batch = dossiers(
        Dossier("a").rule("eased the export rules", CHILE, "export rules", day("2029-05-01")),
        Dossier("b").rule("eased the export rules again", CHILE, "export rules", day("2031-05-01")),
    )
    assert len(about(collated(batch), "policy_change")) == 2


@pytest.mark.parametrize(
    ("second", "claims"), [("the salt flats", 1), ("the river mouth", 2), (None, 1)]
)
def test_disputes_are_one_by_parties_and_object(second: str | None, claims: int) -> None:
    batch = dossiers(
        Dossier("a").relation("a row over the salt flats", CHILE, BOLIVIA, about="salt flats"),
        Dossier("b").relation("the long row of the two", BOLIVIA, CHILE, about=second),
    )
    assert len(about(collated(batch), "relation")) == claims


def way() -> list[Dossier]:
    return [
        Dossier("a", published="2031-06-02")
        .transfer(
            "built in Chile under licence",
            supplier=NORWAY,
            recipient=CHILE,
            act="licensed_production",
            stage="produced",
            status="contracted",
        )
        .transfer("Chile agreed to send them to Bolivia", supplier=CHILE, recipient=BOLIVIA),
        Dossier("b").transfer(
            "they might go to Peru through Bolivia",
            supplier=CHILE,
            recipient=PERU,
            via=(BOLIVIA,),
            stage="considered",
            status="feared",
            modality="feared",
            says=(ENVOY,),
        ),
    ]


def test_legs_of_one_way_follow_each_other_and_their_ends_are_distinct() -> None:
    claims = about(collated(dossiers(*way())), "transfer")
    legs = {
        (claim.record.act, claim.record.status): claim.record
        for claim in claims
        if isinstance(claim.record, Transfer)
    }
    made = legs["licensed_production", "contracted"]
    agreed, feared = legs["supply", "agreed"], legs["supply", "feared"]
    assert agreed.id in made.next_legs
    assert agreed.next_legs == (feared.id,)
    assert feared.next_legs == ()
    differences = {d.id: d for claim in claims for d in claim.differences}
    [difference] = [d for d in differences.values() if d.field == "destination"]
    assert difference.verdict == "distinct"
    assert [value.value for value in difference.values] == ["to Bolivia", "to Peru"]


def line_of(*more: Dossier) -> Claim:
    drawn = Dossier("z").line("no howitzers for Peru", ENVOY, to=CHILE, recipient=PERU)
    [line] = about(collated(dossiers(drawn, *more)), "redline")
    return line


def delivered(denied: bool = False) -> Dossier:
    return Dossier("n" if denied else "d").transfer(
        "not one was delivered" if denied else "Chile delivered them to Peru",
        supplier=CHILE,
        recipient=PERU,
        stage="delivered",
        status="denied" if denied else "delivered",
        modality="denied" if denied else "asserted",
        says=(MINISTER,) if denied else (DIRECTOR,),
    )


def test_a_line_is_open_while_no_article_reports_the_act() -> None:
    line = line_of(*way())
    assert (line.condition_status, line.consequence_status) == ("open", "none_reported")
    assert line.status_records == ()
    assert len(line.candidates) == 1


def test_a_delivery_to_another_is_no_act_and_no_candidate() -> None:
    other = Dossier("d").transfer(
        "Norway delivered them to Chile",
        supplier=NORWAY,
        recipient=CHILE,
        stage="delivered",
        status="delivered",
    )
    line = line_of(other)
    assert (line.condition_status, line.candidates) == ("open", ())


def test_a_reported_delivery_meets_the_line_and_a_denied_one_leaves_it_disputed() -> None:
    met, disputed = line_of(delivered()), line_of(delivered(), delivered(denied=True))
    assert met.condition_status == "reported_met"
    assert len(met.status_records) == 1
    assert disputed.condition_status == "disputed"


def test_a_deadline_that_is_over() -> None:
    drawn = Dossier("z", published="2031-06-02").line(
        "howitzers out by May", ENVOY, to=CHILE, recipient=PERU, deadline=day("2031-05-01")
    )
    [line] = about(collated(dossiers(drawn)), "redline")
    assert line.condition_status == "lapsed"


def test_order_changes_nothing_and_every_span_is_its_text() -> None:
    batch = dossiers(
        *way(),
        delivered(),
        delivered(denied=True),
        Dossier("r").rule("Chile eased arms export rules", CHILE, "arms export rules", YEAR),
    )
    collation = collated(batch)
    expected = msgspec.json.encode(collation)
    for turn in range(1, len(batch)):
        assert msgspec.json.encode(collated(batch[turn:] + batch[:turn])) == expected
    assert msgspec.json.encode(collated(batch[::-1])) == expected
    texts = {ledger.article.id: ledger.article for ledger in batch}
    for span in spans_in((collation.claims, collation.differences)):
        assert texts[span.article].part(span.part)[span.start : span.end] == span.text
    seen = [key for claim in collation.claims for key in claim.records]
    assert len(seen) == len(set(seen))
