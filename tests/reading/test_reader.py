"""Readings: chains, speakers, addressees and occasions in running text, and what holds for every one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extractors import extract_all
from sayso.model.ids import digest_id
from sayso.model.ledger import Caveat, Statement
from sayso.model.reading import Attribution, Reading
from sayso.model.text import Article, Dropped, Span
from sayso.reading import Reader

HARBOUR = """\
Peru has given Bolivia a stern warning over the tug boats. The statement came from Ana Quispe, head of the \
harbour department at the Peruvian Foreign Ministry, and was carried by Andina.

“If the tugs reach the lake, we will close the road,” Quispe said. “That is all.”

She also said that the talks had been slow. The message stressed that Lima wanted no quarrel.

LakesideBoats and borders

The daily La Razon cited two officials familiar with the talks as saying that a deal was near. Quispe told \
Reuters that no such deal existed. It was reported that the boats had been sold.
"""


def article(text: str, **fields: Any) -> Article:
    return Article(
        id=digest_id("article", text.encode()),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        **fields,
    )


def spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def told(reading: Reading, words: str) -> Attribution:
    found = [one for one in reading.attributions if any(words in span.text for span in one.content)]
    assert found, f"nobody says {words!r}"
    return found[-1]


def test_of_an_article_in_another_language_there_is_the_article_alone(reader: Reader) -> None:
    """A model of English takes words of other languages for names: none is better than wrong ones."""
    doubt = Caveat(id="", article="a", spans=(), code="language_not_read", detail="")
    harbour = "Посол Перу заявил, что буксиры вернутся в порт Ила. Reuters сообщило об этом первым."
    given = article(harbour, language="ru")
    assert reader.read_one(given, (doubt,)) == Reading(article=given, caveats=(doubt,))


def chain(attribution: Attribution) -> list[tuple[str | None, str]]:
    return [
        ((link.party.resolved or link.party.name) if link.party else None, link.how)
        for link in attribution.chain
    ]


@pytest.fixture(scope="module")
def harbour(reader: Reader) -> Reading:
    return reader.read_one(article(HARBOUR))


def test_a_later_sentence_names_speaker_and_carrier(harbour: Reading) -> None:
    assert chain(told(harbour, "the tug boats")) == [("Andina", "reports"), ("Ana Quispe", "says")]
    assert [party.name for party in told(harbour, "the tug boats").addressees] == ["Bolivia"]


def test_an_interrupted_quotation_is_one_statement(harbour: Reading) -> None:
    statement = told(harbour, "the tugs reach")
    assert [span.text for span in statement.content] == [
        "“If the tugs reach the lake, we will close the road,”",
        "“That is all.”",
    ]
    assert statement.form == "direct"
    assert statement.modality == "hypothetical"


def test_a_pronoun_and_a_noun_for_the_words_are_their_speaker(harbour: Reading) -> None:
    for words in ("had been slow", "wanted no quarrel"):
        speaker = told(harbour, words).speaker
        assert speaker is not None
        assert speaker.resolved == "Ana Quispe"


def test_a_relay_has_two_links_and_keeps_the_count(harbour: Reading) -> None:
    statement = told(harbour, "a deal was near")
    assert [how for _, how in chain(statement)] == ["cites", "says"]
    assert statement.speaker is not None
    assert (statement.speaker.count, statement.speaker.actor) == (2, None)


def test_who_is_told_is_a_link_where_it_is_an_agency(harbour: Reading) -> None:
    statement = told(harbour, "no such deal")
    assert chain(statement) == [("Reuters", "cites"), ("Ana Quispe", "says")]
    assert statement.addressees == ()


def test_an_agency_is_no_link_in_its_own_article(reader: Reader) -> None:
    text = "Minister Ana Quispe told Reuters that the port was shut."
    statement = told(reader.read_one(article(text, outlet="Reuters")), "the port was shut")
    assert [how for _, how in chain(statement)] == ["says"]


def test_nobody_named_is_nobody_and_a_caveat(harbour: Reading) -> None:
    statement = told(harbour, "the boats had been sold")
    assert statement.speaker is None
    assert [code for code, _ in statement.caveats] == ["unresolved_speaker"]


def test_a_heading_states_nothing(reader: Reader) -> None:
    reading = reader.read_one(article("Minister says port is shut\n\nThe port is shut."))
    assert reading.attributions == ()


def test_a_tag_that_cleaning_cut_credits_its_paragraph(reader: Reader) -> None:
    text = "Minister Ana Quispe said the port was shut.\nShe said the road was open."
    tag = Dropped(
        text="(Source: ministry release via Interfax)",
        reason="attribution_tag",
        at=text.index("\n"),
    )
    reading = reader.read_one(article(text, dropped=(tag,)))
    assert chain(told(reading, "the port")) == [("Interfax", "credits"), ("Ana Quispe", "says")]
    link = told(reading, "the port").chain[0]
    assert (link.span.part, link.span.text) == ("dropped/0", "Interfax")
    assert [party.resolved for party in reading.declared] == ["Interfax"]


def test_a_dateline_credits_the_whole_article(reader: Reader) -> None:
    text = "LIMA, March 3 (Sirius Press) — Minister Ana Quispe said the port was shut."
    reading = reader.read_one(article(text))
    assert chain(told(reading, "the port")) == [("Sirius Press", "credits"), ("Ana Quispe", "says")]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Quispe could say that the port is shut.",
        "Minister Ana Quispe never said that the port was shut.",
        "Minister Ana Quispe declined to comment.",
        "It is easy to say that the port is shut.",
    ],
)
def test_what_was_not_said_is_no_statement(reader: Reader, text: str) -> None:
    assert reader.read_one(article(text)).attributions == ()


def test_every_span_is_its_text(harbour: Reading) -> None:
    found = list(spans_in(harbour.attributions)) + list(spans_in(harbour.mentions))
    found += list(spans_in(harbour.predicates)) + list(spans_in(harbour.conditions))
    assert found
    for span in found:
        assert harbour.article.part(span.part)[span.start : span.end] == span.text


def test_reading_twice_changes_nothing(reader: Reader, harbour: Reading) -> None:
    other = article("Minister Ana Quispe said the port was shut.")
    first = [reader.read_one(one) for one in (other, harbour.article)]
    again = [reader.read_one(one) for one in (harbour.article, other)]
    assert first == [again[1], again[0]]
    assert first[1] == harbour


def test_statements_carry_the_attribution_and_their_caveats(harbour: Reading) -> None:
    records = extract_all(harbour)
    statements = [record for record in records if isinstance(record, Statement)]
    assert len(statements) == len(harbour.attributions)
    assert all(record.spans and record.chain and record.content for record in statements)
    doubts = {record.about for record in records if isinstance(record, Caveat)}
    assert doubts
    assert doubts <= {record.id for record in statements}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("Aab .,“”\"'\n(—):é🚢said"), max_size=120))
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    reading = reader.read_one(article(text))
    for span in spans_in(reading.attributions):
        assert text[span.start : span.end] == span.text
