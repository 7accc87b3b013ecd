"""Events told by several documents: whether claims put together what people say is one event.

    python bench/coreference.py FOLDER [--topics N ...]

FOLDER holds ECB+ (the archive of its XML documents and the list of the sentences that were checked). Each
topic is read and collated by itself, as Sayso reads and collates any articles. A mention of the gold is
found where the trigger of an event or the cue of a statement overlaps it; two found mentions are
together where one claim holds both records. Counted are the mentions in the sentences that were checked.

Two baselines have the same mentions: those whose first word has one stem are together, within a topic and within a story
that Sayso found. BCubed, over the mentions that Sayso found, and over all of the gold, where
each that was not found stands alone for Sayso.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coreferring.gold import Document, documents
from coreferring.measure import b_cubed

from sayso.books.accounts import load_accounts
from sayso.collate import Collation, collate
from sayso.collate.words import words_of
from sayso.engines.local import Taking, read_ledgers
from sayso.model.ledger import Event, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Span
from sayso.settings import Settings

# A mention by its document and its place there.
Key = tuple[str, int, int]


class Clusters(NamedTuple):
    """For each mention of the gold its chain, its stem, and that within its story; for those that Sayso found its claim."""

    gold: dict[Key, Hashable]
    stems: dict[Key, Hashable]
    stems_in_stories: dict[Key, Hashable]
    claims: dict[Key, Hashable]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", nargs="*", help="only these")
    chosen = parser.parse_args()
    topics: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents(chosen.folder):
        if not chosen.topics or document.topic in chosen.topics:
            topics[document.topic].append(document)
    whole = Clusters({}, {}, {}, {})
    for topic in sorted(topics, key=int):
        for part, found in zip(whole, clusters(topics[topic]), strict=True):
            part.update(found)
    _print(whole, len(topics))


def clusters(topic: Sequence[Document]) -> Clusters:
    """The mentions of one topic, put together by people, by their stems, and by Sayso."""
    ledgers = _read(topic)
    collation = collate(list(ledgers.values()))
    places = _places(collation)
    stories = {article: story.id for story in collation.stories for article in story.articles}
    found = Clusters({}, {}, {}, {})
    for document in topic:
        article = ledgers[document.name].article.id
        for mention in document.mentions:
            key = (document.name, mention.start, mention.end)
            stem = _stem(document.text[mention.start : mention.end])
            found.gold[key] = mention.chain
            found.stems[key] = document.topic, stem
            found.stems_in_stories[key] = stories[article], stem
            for start, end, claim in places[article]:
                if start < mention.end and mention.start < end:
                    found.claims.setdefault(key, claim)
    return found


def _read(topic: Sequence[Document]) -> Mapping[str, Ledger]:
    with TemporaryDirectory() as folder:
        for document in topic:
            Path(folder, f"{document.name}.txt").write_text(document.text, encoding="utf-8")
        items = read_ledgers([folder], Settings(), Taking(as_is=True))
        return {Path(one.article.path or "").stem: one for one in items if isinstance(one, Ledger)}


def _places(collation: Collation) -> Mapping[str, Sequence[tuple[int, int, str]]]:
    """For each article the triggers and cues, in order, each with the claim that holds its record or the record alone."""
    claims = {record: claim.id for claim in collation.claims for record in claim.records}
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for ledger in collation.ledgers:
        for record in ledger.records:
            if isinstance(record, Event | Statement):
                span: Span | None = record.trigger if isinstance(record, Event) else record.cue
                if span is not None and span.part == "text":
                    claim = claims.get(record.id, record.id)
                    found[record.article].append((span.start, span.end, claim))
    return defaultdict(list, {article: sorted(held) for article, held in found.items()})


def _stem(words: str) -> str:
    return next((word.stem or word.folded for word in words_of(words, load_accounts())), words)


def _print(whole: Clusters, topics: int) -> None:
    found = whole.claims.keys()
    print(f"{topics} topics, {len(whole.gold):,} mentions, {len(found):,} of them found")
    alone: dict[Key, Hashable] = {key: whole.claims.get(key, key) for key in whole.gold}
    print(f"{'':44}{'precision':>10}{'recall':>8}{'F1':>7}")
    for name, keys, clusters in _rows(whole, alone):
        gold = {key: whole.gold[key] for key in keys}
        figures = b_cubed(gold, {key: clusters[key] for key in keys})
        print(f"{name:44}{figures.precision:10.3f}{figures.recall:8.3f}{figures.f1:7.3f}")


def _rows(
    whole: Clusters, alone: Mapping[Key, Hashable]
) -> Iterator[tuple[str, Sequence[Key], Mapping[Key, Hashable]]]:
    for name, keys in (("found", sorted(whole.claims)), ("all", sorted(whole.gold))):
        yield f"mentions {name}: claims", keys, alone
        yield f"mentions {name}: one stem, one topic", keys, whole.stems
        yield f"mentions {name}: one stem, one story", keys, whole.stems_in_stories


if __name__ == "__main__":
    main()
