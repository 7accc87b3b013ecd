"""The event mentions of ECB+ (Cybulska and Vossen 2014), with the text that they stand in."""

from __future__ import annotations

import csv
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

_OPENING, _CLOSING = frozenset("([$“‘"), frozenset(".,;:!?%)]’”") | {"'s", "n't", "'", "''"}


class Mention(NamedTuple):
    """Words that tell an event: where they stand in the text, and the chain that they belong to."""

    start: int
    end: int
    chain: str


class Document(NamedTuple):
    """A document: its topic, its text (a sentence a line), and its mentions in sentences that were checked."""

    topic: str
    name: str
    text: str
    mentions: tuple[Mention, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The documents below a folder, by name: those of the archive in it, topic after topic."""
    (sentences,) = folder.rglob("ECBplus_coreference_sentences.csv")
    (archive,) = folder.rglob("*xml.tar.gz")
    checked = _checked(sentences)
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda one: one.name):
            held = tar.extractfile(member) if member.name.endswith(".xml") else None
            if held is not None:
                path = Path(member.name)
                tree = etree.parse(held, etree.XMLParser(resolve_entities=False)).getroot()
                yield _document(tree, path.parent.name, path.stem, checked[path.stem])


def _checked(path: Path) -> defaultdict[str, set[str]]:
    """The sentences of each document that people have checked."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    return found


def _document(tree: etree._Element, topic: str, name: str, checked: set[str]) -> Document:
    text, last = "", None
    places: dict[str, tuple[int, int]] = {}
    sentence_of: dict[str, str] = {}
    for token in tree.iter("token"):
        sentence, key = token.get("sentence", ""), token.get("t_id", "")
        word = {"``": "“", "''": "”"}.get(token.text or "", token.text or "")
        if last is not None and sentence != last:
            text += "\n"
        elif text and word not in _CLOSING and text[-1] not in _OPENING:
            text += " "
        places[key] = len(text), len(text) + len(word)
        sentence_of[key] = sentence
        text, last = text + word, sentence
    chains = _chains(tree, name)
    mentions = []
    for one in tree.iterfind("Markables/*"):
        tokens = [anchor.get("t_id", "") for anchor in one.iterfind("token_anchor")]
        told = str(one.tag).startswith(("ACTION", "NEG_ACTION")) and tokens
        if told and sentence_of[tokens[0]] in checked:
            at = one.get("m_id", "")
            start, end = places[tokens[0]][0], places[tokens[-1]][1]
            mentions.append(Mention(start, end, chains.get(at, f"{name} {at}")))
    return Document(topic, name, text, tuple(sorted(mentions)))


def _chains(tree: etree._Element, name: str) -> dict[str, str]:
    """The chain of each mention that is in one."""
    found: dict[str, str] = {}
    for one in tree.iterfind("Relations/*"):
        chain = one.get("note") or f"{name} {one.get('r_id')}"
        if one.tag == "INTRA_DOC_COREF":
            chain = f"{name} {one.get('r_id')}"
        found.update((source.get("m_id", ""), chain) for source in one.iterfind("source"))
    return found
