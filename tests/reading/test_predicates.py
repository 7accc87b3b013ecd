from __future__ import annotations

import pytest

from sayso.model.ids import digest_id
from sayso.model.reading import Predicate
from sayso.model.text import Article
from sayso.reading import Reader


def predicates(reader: Reader, text: str) -> tuple[Predicate, ...]:
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    return reader.read_one(article).predicates


def predicate(reader: Reader, text: str, lemma: str) -> Predicate:
    [found] = [one for one in predicates(reader, text) if one.lemma == lemma]
    return found


def roles(one: Predicate, role: str) -> list[str]:
    return [argument.span.text for argument in one.arguments if argument.role == role]


def test_those_who_are_joined_are_arguments_by_themselves(reader: Reader) -> None:
    one = predicate(reader, "Oslo and Riga supplied tents to Chad and Niger.", "supply")
    assert roles(one, "agent") == ["Oslo", "Riga"]
    assert roles(one, "goal") == ["Chad", "Niger"]


def test_a_noun_has_arguments_and_tense_from_its_light_verb(reader: Reader) -> None:
    one = predicate(reader, "Insurgents launched an attack on the barracks.", "attack")
    assert one.noun
    assert one.tense == "past"
    assert roles(one, "agent") == ["Insurgents"]
    assert roles(one, "about") == ["the barracks"]


def test_whose_a_thing_is(reader: Reader) -> None:
    one = predicate(reader, "Bonn rejected Ghana's offer.", "reject")
    [offer] = [argument for argument in one.arguments if argument.role == "patient"]
    assert offer.owner is not None
    assert offer.owner.resolved == "Ghana"
    assert not offer.somebody


def test_a_participle_after_its_clause_is_not_the_tellers(reader: Reader) -> None:
    text = "Rebels shelled the depot, wounding two guards, officials said."
    one = predicate(reader, text, "wound")
    assert roles(one, "agent") == ["Rebels"]


def test_who_quotes_does_not_do_what_is_quoted(reader: Reader) -> None:
    text = '"Arming militias and deploying rockets is madness," said Governor Ana Silva.'
    one = predicate(reader, text, "deploy")
    assert roles(one, "agent") == []


@pytest.mark.parametrize(
    ("text", "modality", "tense"),
    [
        ("Peru supplied tents to Chad.", "asserted", "past"),
        ("Peru will supply tents to Chad.", "asserted", "future"),
        ("Peru said it would supply tents to Chad.", "asserted", "future"),
        ("Peru refused to supply tents to Chad.", "denied", "none"),
        ("Peru was asked to supply tents to Chad.", "requested", "none"),
        ("Peru began to supply tents to Chad.", "asserted", "none"),
        ("Peru may supply tents to Chad.", "possible", "none"),
        ("Peru is ready to supply tents to Chad.", "planned", "none"),
    ],
)
def test_how_it_is_told(reader: Reader, text: str, modality: str, tense: str) -> None:
    one = predicate(reader, text, "supply")
    assert (one.modality, one.tense) == (modality, tense)


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("The envoys met in Bern.", ["events:CONSULT"]),
        ("Cadets meet the standard.", []),
        ("The bank cut its rates.", []),
        ("Bern cut its ties with Mali.", ["events:SANCTION.discontinue"]),
    ],
)
def test_frames_tell_senses_apart(reader: Reader, text: str, senses: list[str]) -> None:
    found = [sense for one in predicates(reader, text) for sense in one.senses]
    assert [sense for sense in found if sense.startswith("events:")] == senses


def test_a_datelines_day_dates_nothing_that_happened(reader: Reader) -> None:
    text = "LIMA, March 3 (Andina) - Peru signed a treaty with Chile."
    assert predicate(reader, text, "sign").when is None
