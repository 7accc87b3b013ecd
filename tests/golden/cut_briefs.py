"""The golden briefs of the sample disputes: ``python tests/golden/cut_briefs.py`` cuts them anew.

Read the difference before committing it: each line is one that an analyst is to sign.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from sayso.briefs import make_briefs
from sayso.briefs.text import render
from sayso.collate import collate
from sayso.engines.local import Taking, read_ledgers
from sayso.model.reading import Ledger
from sayso.samples import disputes, paths
from sayso.settings import Settings

FOLDER = Path(__file__).parent / "briefs"
WIDTH = 80


def brief_of(dispute: str) -> str:
    """The brief of a sample dispute as `sayso brief` prints it, its files by name alone."""
    files = paths(dispute)
    found = read_ledgers([str(path) for path in files], Settings(), Taking())
    ledgers = [_nameless(one) for one in found if isinstance(one, Ledger)]
    return "\n\n".join(render(brief, WIDTH) for brief in make_briefs(collate(ledgers)))


def _nameless(ledger: Ledger) -> Ledger:
    """Without the folder that the samples lie in here."""
    path = Path(ledger.article.path or "").name
    return replace(ledger, article=replace(ledger.article, path=path))


def main() -> None:
    """Cut the golden briefs of all sample disputes."""
    for dispute in disputes():
        (FOLDER / f"{dispute}.txt").write_text(brief_of(dispute), "utf-8")


if __name__ == "__main__":
    main()
