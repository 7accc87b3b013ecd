"""Red lines in the light of events: met, complied with, answered, drawn again."""

from __future__ import annotations

import pytest

from collate.deals import BOLIVIA, CHILE, DIRECTOR, ENVOY, PERU, Dossier, dossiers
from collate.ledgers import about, collated, day
from sayso.model.collation import Claim
from sayso.model.ledger import Mode, Pattern

RAID = Pattern(record="event", type="ASSAULT", actor=CHILE.id, recipient=PERU.id)
RETREAT = Pattern(record="event", type="RETREAT", actor=CHILE.id)
DRAWN = day("2031-03-05")


def line_beside(*more: Dossier, pattern: Pattern = RAID, **given: object) -> Claim:
    drawn = Dossier("z").line(
        "no raid",
        ENVOY,
        to=CHILE,
        pattern=pattern,
        when=DRAWN,
        **given,  # type: ignore[arg-type]
    )
    [line] = about(collated(dossiers(drawn, *more)), "redline")
    return line


def raid(path: str, date: str | None) -> Dossier:
    return Dossier(path).event(
        "shelled the port", "ASSAULT", CHILE, PERU, day(date) if date else None
    )


def test_a_later_event_between_the_same_sides_meets_the_line() -> None:
    line = line_beside(raid("d", "2031-03-09"))
    assert line.condition_status == "reported_met"
    assert len(line.status_records) == 1


@pytest.mark.parametrize("date", [None, "2031-03-01"])
def test_an_event_without_a_date_or_before_the_line_may_be_it_and_is_not_shown_to(
    date: str | None,
) -> None:
    line = line_beside(raid("d", date))
    assert line.condition_status == "open"
    assert len(line.candidates) == 1


def test_an_event_by_another_side_is_none_of_it() -> None:
    other = Dossier("d").event("shelled it", "ASSAULT", BOLIVIA, PERU, day("2031-03-09"))
    line = line_beside(other)
    assert (line.condition_status, line.candidates) == ("open", ())


def test_what_is_demanded_and_done_is_compliance() -> None:
    left = Dossier("d").event("left the pass", "RETREAT", CHILE, PERU, day("2031-03-09"))
    line = line_beside(left, pattern=RETREAT, aim="compel")
    assert line.condition_status == "complied"


@pytest.mark.parametrize(
    ("modes", "status"),
    [
        (("unspecified",), "reported"),
        (("economic",), "reported"),
        (("military",), "none_reported"),
    ],
)
def test_an_answer_is_a_deed_of_the_kind_that_was_threatened(
    modes: tuple[Mode, ...], status: str
) -> None:
    answer = Dossier("d").event("closed the border", "SANCTION", BOLIVIA, CHILE, day("2031-03-09"))
    assert line_beside(answer, modes=modes).consequence_status == status


def test_troops_that_are_sent_prepare_an_answer() -> None:
    sent = Dossier("d").event("moved a brigade", "MOBILIZE", BOLIVIA, CHILE, day("2031-03-09"))
    assert line_beside(sent).consequence_status == "prepared"


def test_a_line_that_another_official_draws_later_repeats_the_first() -> None:
    first = Dossier("a").line("no guns to Peru", ENVOY, to=CHILE, recipient=PERU, when=DRAWN)
    again = Dossier("b").line(
        "never guns to Peru", DIRECTOR, to=CHILE, recipient=PERU, when=day("2031-04-02")
    )
    lines = about(collated(dossiers(first, again)), "redline")
    [later] = [line for line in lines if line.repeats is not None]
    [earlier] = [line for line in lines if line.repeats is None]
    assert (later.repeats, later.repeats_how) == (earlier.id, "same")
