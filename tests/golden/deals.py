"""The golden transfers and policy changes as values, and what Sayso gives for their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from sayso.model.ids import digest_id
from sayso.model.ledger import PolicyChange, Transfer
from sayso.model.reading import Reading
from sayso.model.text import Article, Party
from sayso.reading import Reader

FOLDER = Path(__file__).parent


class Deal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text with the lines that it must give; `reported` texts are only measured."""

    half: Literal["tuning", "reported"]
    text: str
    legs: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[Deal, ...]


def load(name: str) -> tuple[Deal, ...]:
    """The passages of ``NAME.toml``."""
    return msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=_File).passages


def read(reader: Reader, text: str) -> Reading:
    """The Reading of a text that is an article by itself."""
    digest = digest_id("article", text.encode())
    return reader.read_one(Article(id=digest, text_sha256=digest, language="en", text=text))


def leg(transfer: Transfer) -> str:
    """A Transfer as the golden file writes it."""
    sides = f"{name(transfer.supplier)} > {name(transfer.recipient)}"
    weapon = transfer.weapon.name if transfer.weapon else "-"
    stage, status = transfer.stage or "-", transfer.status or "-"
    return f"{transfer.act}: {sides} | {weapon} | {stage} | {status}"


def change(policy: PolicyChange) -> str:
    """A PolicyChange as the golden file writes it."""
    return f"{name(policy.jurisdiction)} | {policy.direction} | {policy.subject}"


def name(party: Party | None) -> str:
    """A party's full name, else its words."""
    return "-" if party is None else party.resolved or party.name


class Counted(NamedTuple):
    """Of the lines of one half: how many are right, wanted and given; and how many texts are wholly right."""

    right: int
    wanted: int
    given: int
    whole: int
    texts: int


def count(passages: Iterable[Deal], given: Callable[[str], Sequence[str]], half: str) -> Counted:
    """Compares what the texts of one half give with what they must give."""
    right = wanted = found = whole = texts = 0
    for passage in passages:
        if passage.half == half:
            got = Counter(given(passage.text))
            expected = Counter(passage.legs)
            right += (got & expected).total()
            wanted += expected.total()
            found += got.total()
            whole += got == expected
            texts += 1
    return Counted(right, wanted, found, whole, texts)
