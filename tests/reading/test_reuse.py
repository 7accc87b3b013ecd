"""What comes again is not parsed and not read again, and what is read is the same to the byte."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator, Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.articles import to_article
from sayso.books.library import Books
from sayso.engines.local import to_ledger
from sayso.model.text import RawDocument
from sayso.reading import Reader
from sayso.reading.en.attribution.passages import Part
from sayso.reading.en.attribution.telling import Tellings
from sayso.reading.en.conditions.drafting import Drafting
from sayso.reading.en.events.framing import Framing
from sayso.reading.en.names.names import Names, find_names
from sayso.reading.en.page import Page
from sayso.reading.kept import Kept
from sayso.reading.language import LanguageModel

PARAGRAPHS = (
    "LISBON, May 3 (Corvane) - The harbour master said on Tuesday that the quay would close.",
    "“We will answer,” Zelma Okonjo told the news agency Corvane, “if the ships are sold to Peru.”",
    "He also said that Lisbon had asked for talks.",
    "The ministry declined to comment.",
    "Background",
    "Zelma Okonjo",
    "“The quay will close,” the harbour master said. “We have no choice.",
    "“Nobody asked for it.”",
    "— Zelma Okonjo, mayor",
    "She added that “talks” had begun.",
    "If the ferries sail again, the union will strike, its leader warned on 2 May 2021.",
    "It would respond to any attack on the port, and any blockade would force it to strike.",
    "Chile closed its border with Peru on Monday.",
    "It has signed no pact with her ministry since 3 May.",
    "  \u00a0The  minister's «note» was sent, two officials said.  ",
)
Texts = list[list[str]]
TEXTS = st.lists(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6), max_size=6)


@pytest.fixture(scope="module")
def anew() -> Reader:
    return Reader(reuse=0)


@pytest.fixture(scope="module")
def forgetful() -> Reader:
    """A Reader that keeps hardly more than one paragraph."""
    return Reader(reuse=25)


def ledgers(reader: Reader, texts: Texts) -> list[bytes]:
    made = []
    for number, paragraphs in enumerate(texts):
        text = "\n\n".join(paragraphs)
        raw = RawDocument(
            captured=f"{number} {text}".encode(),
            content=text,
            media_type="text/plain",
            outlet=f"Outlet {number % 3}",
            published="2021-05-04",
        )
        article, caveats = to_article(raw, as_is=False, published=None, language="en")
        made.append(msgspec.json.encode(to_ledger(reader.read_one(article, caveats))))
    return made


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS)
def test_reuse_changes_no_byte(
    reader: Reader, anew: Reader, forgetful: Reader, texts: Texts
) -> None:
    expected = ledgers(anew, texts)
    assert ledgers(reader, texts) == expected
    assert ledgers(forgetful, texts) == expected


def test_what_comes_again_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    model = LanguageModel(None, reuse=1_000)
    asked: list[str] = []
    run = model._docs

    def counted(lines: Sequence[str]) -> Iterator[Doc]:
        asked.extend(lines)
        return run(lines)

    monkeypatch.setattr(model, "_docs", counted)
    first = model.parse("The quay closed.\nNobody came.\nThe quay closed.")
    assert asked == ["The quay closed.", "Nobody came."]
    again = model.parse("Nobody came.\nThe ferry sailed.")
    assert asked == ["The quay closed.", "Nobody came.", "The ferry sailed."]
    assert [token.text for token in again[0]][:2] == [token.text for token in first[0][4:6]]


@pytest.mark.parametrize(
    ("reads", "how"), [(Tellings, "_read"), (Framing, "_find"), (Drafting, "_find")]
)
def test_a_passage_that_comes_again_is_not_read_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, reads: type, how: str
) -> None:
    read = noted(monkeypatch, reads, how)
    mark = reads.__name__.lower()  # each reads what nobody has read before
    said, more, carried = (
        f"The {mark} is shut, a docker said.",
        f"His {mark} left.",
        "“It leaks,” he said.",
    )
    ledgers(reader, [[said, more], [more, said, carried], [more]])
    assert read == [said, more, f"{said}\n\n{carried}"]


def test_what_hangs_on_who_is_who_is_found_anew(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted = noted(monkeypatch, Drafting, "_find")
    named, answered = "Chile is angry.", "It would respond to any attack on the port."
    ledgers(reader, [[answered], [named, answered], [named, answered]])
    assert drafted == [answered, named, answered, answered]


def noted(monkeypatch: pytest.MonkeyPatch, reads: type, how: str) -> list[str]:
    """The passages that will be read by a method, as it reads them."""
    words: list[str] = []
    run = getattr(reads, how)

    def counted(self: object, part: Part, *more: object) -> object:
        words.append(part.words)
        return run(self, part, *more)

    monkeypatch.setattr(reads, how, counted)
    return words


def test_who_is_who_in_a_text_that_comes_again_is_not_found_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []

    def counted(page: Page, books: Books) -> Names:
        found.append(page.text)
        return find_names(page, books)

    monkeypatch.setattr("sayso.reading.en.names.roster.find_names", counted)
    first = "Ada Brinck, mayor of Zagreb, spoke.\n\nThe mayor smiled."
    last = "Brinck left."
    ledgers(reader, [[first, last], [last], [first, last]])
    assert found == [f"{first}\n\n{last}", last]


def test_those_met_longest_ago_are_let_go() -> None:
    kept: Kept[str, int] = Kept(limit=7)
    kept.put("three", 3, 3)
    kept.put("two", 2, 2)
    assert kept.get("three") == 3
    kept.put("four", 4, 4)
    assert kept.get("two") is None
    assert kept.get("three") == 3
    assert kept.get("four") == 4
    kept.put("eight", 8, 8)
    assert all(kept.get(one) is None for one in ("three", "four", "eight"))


def test_a_paragraph_may_break_off_anywhere(reader: Reader) -> None:
    words = (
        "According to the dockers, citing the union, the news agency Corvane quoted Zelma Okonjo as "
        "saying in a letter, a copy of which was seen by Nova, that, as the mayor told them, “the "
        "quay, should they come, or else” would close; the owner, Lia Berg, declared the minister"
    )
    told = words.split()
    paragraphs = [" ".join(told[:end]) for end in range(1, len(told) + 1)]
    paragraphs += [" ".join(told[start:]) for start in range(len(told))]
    assert ledgers(reader, [[one] for one in paragraphs[::3]] + [paragraphs])


def test_of_a_reader_that_is_let_go_the_model_goes_too(reader: Reader) -> None:
    assert gc.get_freeze_count()  # as the first Reader of a process leaves it
    another = Reader(reuse=0)
    part = weakref.ref(another._language._nlp.get_pipe("lemmatizer"))  # it names itself
    assert part() is not None
    del another
    gc.collect()
    assert part() is None
