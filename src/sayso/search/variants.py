"""Spellings of one name: "Fyodorov", "Fedorov" and "Фёдоров"; "Kharkiv" and "Kharkov".

Towns and states are in a book. People are those that the store's articles name: words of their names are one
where the usual romanisations of their script make one of them (`books/romanised.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sayso.books.spellings import load_spellings
from sayso.stores import Store
from sayso.stores.index import spelling_key

# Spellings of one word that are searched beside it.
_MOST = 12


def variants_of(words: Collection[str], store: Store) -> Mapping[str, tuple[str, ...]]:
    """For each word that may be written otherwise, how else, by the alphabet."""
    keys = {word: key for word in words if (key := spelling_key(word)) is not None}
    people = store.spelt_like(frozenset(keys.values())) if keys else {}
    places = load_spellings()
    found = {}
    for word in sorted(set(words)):
        written = {*places.get(word, ()), *people.get(keys.get(word, ""), ())}
        if others := tuple(sorted(written - {word}))[:_MOST]:
            found[word] = others
    return found
