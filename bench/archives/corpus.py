"""The articles of an archive as JSON Lines: ECB+, PolNeAR, and the rest varied from Sayso's own samples."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from importlib.resources import files
from itertools import islice
from pathlib import Path
from random import Random
from typing import IO

import msgspec
from lxml import etree

SAMPLES = (
    "santiago_lima/1_wire.txt",
    "santiago_lima/2_reprint.txt",
    "santiago_lima/3_rewrite.txt",
    "seoul_moscow/1_wire.txt",
    "seoul_moscow/3_rewrite.txt",
    "seoul_moscow/6_page.txt",
)
# Whoever speaks in the samples beside heads of state, and names to put in their place.
PEOPLE = (
    "Lautaro Vergara",
    "Teodora Mamani",
    "Ysabel Tello",
    "Chang Ho-jin",
    "Kim Hong-kyun",
    "Georgy Zinoviev",
    "Maria Zakharova",
)
FIRST = (
    "Aurel",
    "Brigid",
    "Casimir",
    "Dorte",
    "Emeka",
    "Farida",
    "Goran",
    "Hanne",
    "Ilse",
    "Jorrit",
)
LAST = (
    "Abelsen",
    "Brandauer",
    "Czerny",
    "Dubrow",
    "Estrup",
    "Falkner",
    "Gavril",
    "Hjorth",
    "Istrate",
)
LAST_ENDS = ("", "son", "ov", "ek", "mann", "ez", "ic")
OUTLETS = ("Northern Ledger", "Perrin Gazette", "The Valdermosa Post", "Quayside Herald")
PARAGRAPHS = (3, 6)
DAYS = 3_650
FIRST_DAY = date(2021, 1, 1)
LINES = 500  # in one file

_NUMBER = re.compile(r"(?<![\d,.-])\d{2,3}(?![\d,]|-mm)")


def write_corpus(
    folder: Path, total: int, ecb: Path | None, polnear: Path | None, seed: int = 1
) -> dict[str, int]:
    """Write so many articles into a folder; how many came from where."""
    parts: dict[str, Iterable[dict[str, str]]] = {}
    if ecb is not None:
        parts["ECB+"] = list(islice(_ecb(ecb), total))
    if polnear is not None:
        parts["PolNeAR"] = list(islice(_polnear(polnear), total))
    left = total - sum(len(list(part)) for part in parts.values())
    parts["varied"] = list(_varied(max(left, 0), Random(seed)))
    # In one order that mixes them, so that every stretch of the archive is alike.
    every = [article for part in parts.values() for article in part]
    Random(seed).shuffle(every)
    folder.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, len(every), LINES)):
        with (folder / f"{number:03}.jsonl").open("wb") as out:
            for article in every[start : start + LINES]:
                out.write(msgspec.json.encode(article) + b"\n")
    return {name: len(list(part)) for name, part in parts.items()}


def _ecb(archive: Path) -> Iterator[dict[str, str]]:
    """The documents of ECB+ (a tar of CAT XML), their tokens set as text again, a sentence a line."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda one: one.name):
            if member.name.endswith(".xml"):
                held = tar.extractfile(member)
                assert held is not None
                yield {"id": Path(member.name).stem, "text": _untokenised(held)}


def _untokenised(held: IO[bytes]) -> str:
    lines: dict[str, list[str]] = {}
    for token in etree.parse(held, etree.XMLParser(resolve_entities=False)).getroot().iter("token"):
        lines.setdefault(token.get("sentence", ""), []).append(token.text or "")
    text = "\n".join(" ".join(words) for words in lines.values())
    text = re.sub(r"`` ?", "“", text).replace(" ''", "”")
    return re.sub(r" ([.,;:!?)]|'s\b|n't\b)", r"\1", text).replace("( ", "(")


def _polnear(folder: Path) -> Iterator[dict[str, str]]:
    """The texts of PolNeAR (a folder, with all below it); their names tell the outlet and the day."""
    for path in sorted(folder.rglob("*.txt")):
        outlet, day, *_ = [*path.stem.split("_"), ""]
        yield {"id": path.stem, "outlet": outlet, "published": day, "text": path.read_text("utf-8")}


def _varied(number: int, random: Random) -> Iterator[dict[str, str]]:
    """Sample articles with other names, numbers and dates, and some of their paragraphs."""
    texts = [files("sayso").joinpath("samples", name).read_text("utf-8") for name in SAMPLES]
    for count in range(number):
        title, *paragraphs = [part for part in random.choice(texts).split("\n\n") if part.strip()]
        size = min(random.randint(*PARAGRAPHS), len(paragraphs))
        picked = sorted(random.sample(range(len(paragraphs)), size))
        text = _renamed("\n\n".join([title, *(paragraphs[at] for at in picked)]), random)
        text = _NUMBER.sub(lambda found: str(int(found[0]) + random.randint(1, 40)), text)
        title, _, text = text.partition("\n\n")
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        yield {
            "id": f"varied-{count}",
            "outlet": random.choice(OUTLETS),
            "title": title,
            "published": day.isoformat(),
            "text": text,
        }


def _renamed(text: str, random: Random) -> str:
    for name in PEOPLE:
        # Korean names begin with the family's.
        family = name.split()[0 if "-" in name else -1]
        first, last = random.choice(FIRST), random.choice(LAST) + random.choice(LAST_ENDS)
        text = text.replace(name, f"{first} {last}").replace(family, last)
    return text
