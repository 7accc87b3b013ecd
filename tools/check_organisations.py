"""Compares the companies of the book with public lists of companies and banks, entry by entry.

`python tools/check_organisations.py` prints which entries a list confirms (same name, same state), which it contradicts
(same name, another state), and how many it does not have. With `--write` the confirmed ones get ``checked``, the
list's name. The lists are pytickersymbols (companies in 20 stock indices, with the state of their seat) and schwifty
(the bank registers behind IBAN and BIC). Neither is a dependency of Sayso: ``uv run --with pytickersymbols --with
schwifty python tools/check_organisations.py``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pycountry

from sayso import books
from sayso.books.entries import Organisations
from sayso.books.load import read_book
from sayso.books.wording import fold

PATH = Path(books.__file__).parent / "en" / "organisations.toml"
# What follows a company's name in registers, and not in news.
_FORM = re.compile(
    r"[ ,]+(plc|ltd|limited|inc|corp|corporation|co|company|group|holdings?|ag|se|sa|s\.a|nv|n\.v|ab|asa|oyj|spa|s\.p\.a"
    r"|gmbh|kgaa|the|aktiengesellschaft|a/s|as|& co)\.?$|\.$|[()]"
)
# States as the lists call them and pycountry does not.
_CALLED = {"Russia": "RUS", "South Korea": "KOR", "Taiwan": "TWN", "Turkey": "TUR", "UK": "GBR"}


def main(arguments: list[str]) -> int:
    """Print the comparison, and with ``--write`` note the confirmed; 1 where a list contradicts an entry."""
    known = read_book("en", "organisations", Organisations).organisations
    entries = [entry for entry in known if entry.type == "company" and entry.country]
    confirmed: dict[str, str] = {}
    contradicted: dict[str, str] = {}
    for list_name, states in (("pytickersymbols", _listed()), ("schwifty", _banks())):
        for entry in entries:
            told = {
                code for name in (entry.name, *entry.names) for code in states.get(_key(name), ())
            }
            if entry.country in told:
                confirmed.setdefault(entry.name, list_name)
            elif told and list_name == "pytickersymbols":
                contradicted[entry.name] = (
                    f"{entry.country}, {list_name}: {', '.join(sorted(told))}"
                )
    for name, why in sorted(contradicted.items()):
        if name not in confirmed:
            sys.stdout.write(f"contradicted: {name}: {why}\n")
    unknown = len(entries) - len(confirmed.keys() | contradicted.keys())
    sys.stdout.write(
        f"{len(confirmed)} confirmed, {unknown} in no list, of {len(entries)} companies\n"
    )
    if arguments == ["--write"]:
        text = PATH.read_text("utf-8")
        PATH.write_text("".join(_noted(line, confirmed) for line in text.splitlines(True)), "utf-8")
    return int(bool(contradicted.keys() - confirmed.keys()))


def _noted(line: str, confirmed: Mapping[str, str]) -> str:
    """A line of the book, with the list that confirms its entry."""
    found = re.match(r'  \{ name = "([^"]+)", .*type = "company"', line)
    if found is None or "checked = " in line or found[1] not in confirmed:
        return line
    return line.replace(" },", f', checked = "{confirmed[found[1]]}" }},')


def _key(name: str) -> str:
    """A name as it is compared: folded, without legal form."""
    key, before = fold(name), ""
    while key != before:
        before, key = key, _FORM.sub("", key).strip()
    return key


def _listed() -> dict[str, set[str]]:
    from pytickersymbols import PyTickerSymbols

    states: dict[str, set[str]] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        code = _code(stock.get("country") or "")
        if code:
            states.setdefault(_key(stock["name"]), set()).add(code)
    return states


def _banks() -> dict[str, set[str]]:
    """Banks by name in the registers; one that is in several states' is of none that these tell."""
    from schwifty import registry

    states: dict[str, set[str]] = {}
    for bank in registry.get_all_banks():
        country = pycountry.countries.get(alpha_2=bank.country_code)
        if country is not None:
            states.setdefault(_key(bank.name), set()).add(country.alpha_3)
    return {name: codes for name, codes in states.items() if len(codes) == 1}


def _code(country: str) -> str | None:
    if country in _CALLED:
        return _CALLED[country]
    found = pycountry.countries.get(name=country)
    return found.alpha_3 if found else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
