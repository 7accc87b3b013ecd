"""Writes the table of what other languages call the states, from Unicode CLDR through babel.

`python tools/state_names.py` writes it; with `--check` it only says whether it is as it should be.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

from sayso.books import foreign
from sayso.books.entries import States
from sayso.books.load import read_book

LANGUAGES = ("ru", "uk", "ja", "zh", "ar", "de", "fr", "es")
PATH = Path(foreign.__file__).with_name(foreign.TABLE)
# "Мьянма (Бирма)", "コンゴ民主共和国(キンシャサ)", "Гонконг, ОАР Китаю": the news leaves the rest away.
_REST = re.compile(r"\s*[(（,،].*")


def main(arguments: list[str]) -> int:
    """Write or check the table; 1 where the one stored differs."""
    text = table()
    if arguments == ["--check"]:
        return int(PATH.read_text("utf-8") != text)
    PATH.write_text(text, "utf-8")
    return 0


def table() -> str:
    """The table as JSON, one state a line."""
    codes = {state.alpha2: state.code for state in read_book("en", "states", States).states}
    names: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for alpha2, name in _names(language, codes).items():
            names.setdefault(codes[alpha2], {}).setdefault(name)
    owners = Counter(name.casefold() for found in names.values() for name in found)
    lines = [
        f'"{code}": {json.dumps([n for n in names[code] if owners[n.casefold()] == 1], ensure_ascii=False)}'
        for code in sorted(names)
    ]
    head = f'{{"cldr": "{get_cldr_version()}", "languages": {json.dumps(LANGUAGES)}, "names": {{\n'
    return head + ",\n".join(lines) + "\n}}\n"


def _names(language: str, codes: dict[str, str]) -> dict[str, str]:
    """The names of one language, short where no other state has the same short name."""
    listed = Locale(language).territories
    whole = {
        code: listed[code].replace("ʼ", "'").replace("’", "'") for code in codes if code in listed
    }
    short = {code: _REST.sub("", name) for code, name in whole.items()}
    shared = Counter(short.values())
    return {code: short[code] if shared[short[code]] == 1 else whole[code] for code in whole}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
