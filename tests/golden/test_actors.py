"""Sayso over the golden actors, and the comparison itself.

``python tests/golden/report.py actors`` prints all shares, and with ``--wrong tuning`` what is behind them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from golden.actor_measure import ActorVerdict, Answer, judge, run, shares
from golden.actors import ActorPassage, Named, load_actors
from golden.ner import kinds, model_kinds

PASSAGES = load_actors()
# The share that must be right in the reported half. Raise a floor when the share has risen; never
# lower one for a rule.
FLOORS: Mapping[str, float] = {
    "found": 0.99,
    "type": 0.95,
    "name": 0.96,
    "country": 0.94,
    "sector": 0.97,
    "one or two": 0.96,
    "all": 0.92,
}
BAKER = ActorPassage(
    id="baker",
    text="Ulla Brix sued Pia Brix in Bonn. Brix said so; a Brix never lies, she said.",
    mentions=(
        Named(words="Ulla Brix", type="person", name="Ulla Brix", sector="BUS"),
        Named(words="Pia Brix", type="person", name="Pia Brix"),
        Named(words="Bonn", type="state|place", name="Bonn", country="DEU"),
        Named(words="Brix", nth=3, name=""),
        Named(words="a", type=""),
        Named(words="she", type="person", name="Ulla Brix|U. Brix", who="Ulla Brix", refers=True),
    ),
)
MENTIONS = (
    Answer(0, 9, "person", "Ulla Brix", sector="BUS", who="1"),
    Answer(15, 23, "person", "Pia Brix", who="2"),
    Answer(27, 31, "place", "Bonn", "DEU"),
    Answer(33, 37, "person", "Brix", who="3"),
)
PARTIES = (Answer(66, 69, "person", "Ulla Brix", who="1"),)


@pytest.fixture(scope="module")
def verdicts() -> tuple[ActorVerdict, ...]:
    """All passages read once, with the language model."""
    return run()


@pytest.mark.parametrize("row", FLOORS)
def test_shares_keep_their_floors(verdicts: tuple[ActorVerdict, ...], row: str) -> None:
    right, total = shares(verdicts)["reported"][row]
    assert right / total >= FLOORS[row], f"{row}: {right} of {total}"


def test_sayso_tells_kinds_better_than_the_language_model_alone(
    verdicts: tuple[ActorVerdict, ...],
) -> None:
    ours, theirs = kinds(verdicts)["reported"], model_kinds()["reported"]
    assert [total for _, total in ours.values()] == [total for _, total in theirs.values()]
    assert ours["all"] > theirs["all"]


def test_there_are_mentions_enough_and_the_hash_parts_them_about_evenly() -> None:
    parted = [passage for passage in PASSAGES if not passage.tuning]
    mentions = [passage.half for passage in parted for _ in passage.mentions]
    assert len(mentions) >= 260
    assert 0.4 <= mentions.count("reported") / len(mentions) <= 0.6
    assert len({passage.id for passage in PASSAGES}) == len(PASSAGES)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_the_words_stand_in_the_passage(passage: ActorPassage) -> None:
    places = [passage.place_of(named) for named in passage.mentions]
    assert len(set(places)) == len(places)


def test_right_answers_are_right_in_every_field() -> None:
    verdicts = list(judge(BAKER, MENTIONS, PARTIES))
    assert [
        field for verdict in verdicts for field, right in verdict.fields.items() if not right
    ] == []


@pytest.mark.parametrize(
    ("wrong", "at", "answer"),
    [
        ("type", 1, Answer(15, 23, "company", "Pia Brix", who="2")),
        ("name", 1, Answer(15, 23, "person", "Brix", who="2")),
        ("sector", 0, Answer(0, 9, "person", "Ulla Brix", sector="GOV", who="1")),
        ("country", 2, Answer(27, 31, "place", "Bonn", "CHE")),
        ("one or two", 1, Answer(15, 23, "person", "Pia Brix", who="1")),
        ("open", 3, Answer(33, 37, "person", "Pia Brix", who="2")),
        ("found", 1, Answer(70, 75, "person", "Pia Brix", who="2")),
    ],
)
def test_one_wrong_field_is_seen(wrong: str, at: int, answer: Answer) -> None:
    mentions = (*MENTIONS[:at], answer, *MENTIONS[at + 1 :])
    verdict = list(judge(BAKER, mentions, PARTIES))[at]
    assert verdict.fields[wrong] is False


def test_somebody_where_there_is_nobody_is_seen() -> None:
    verdicts = list(judge(BAKER, (*MENTIONS, Answer(47, 53, "person", "A Brix")), PARTIES))
    assert verdicts[4].fields == {"nobody": False}
