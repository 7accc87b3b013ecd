"""The outlet that an address belongs to, where the books know the outlet's own site."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from sayso.books.entries import Agencies, Outlets
from sayso.books.load import read_book


def outlet_of(url: str | None) -> str | None:
    """The outlet's or agency's name; None for an address that the books do not know."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    sites = _sites()
    while "." in host:
        if host in sites:
            return sites[host]
        host = host.partition(".")[2]
    return None


@cache
def _sites() -> dict[str, str]:
    """Outlets and agencies by the host of their own site; an outlet goes before an agency of one site."""
    agencies = read_book("en", "agencies", Agencies).agencies
    outlets = read_book("en", "outlets", Outlets).outlets
    return {entry.source: entry.name for entry in (*agencies, *outlets)}
