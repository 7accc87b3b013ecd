"""The shapes of the entries on weapons. Unknown or missing fields are errors."""

from __future__ import annotations

from sayso.books.entries import Code, Entry, Names


class Weapon(Entry, frozen=True, kw_only=True):
    """A weapon system; `common` marks names that are also common words.

    `reporting` are NATO's reporting names without their designation ("Fulcrum"): all are common words.
    """

    name: str
    names: Names = ()
    reporting: Names = ()
    category: str
    makers: Names = ()
    country: Code | None = None
    common: bool = False
    source: str


class Weapons(Entry, frozen=True, kw_only=True):
    """The file of weapon systems."""

    weapons: tuple[Weapon, ...]


class Kind(Entry, frozen=True, kw_only=True):
    """Nouns for a kind of weapon; `weak` ones need a word of weapons before them.

    Those of a `common` kind need an article that names other weapons. Those of a `designated` kind are of
    weapons only behind a system's name or a designation ("MiG-29 fighters").
    """

    category: str
    nouns: Names
    forms: Names = ()
    weak: bool = False
    common: bool = False
    designated: bool = False


class Kinds(Entry, frozen=True, kw_only=True):
    """The file of kinds of weapons; `before` are words that may belong to a name before its noun.

    `categories` are all that weapons and kinds may be of; `called` are phrases before a reporting name,
    `ships` prefixes of warships' names.
    """

    source: str
    categories: Names
    called: Names
    ships: Names
    not_after: Names
    not_before: Names
    only_nouns: Names
    before: Names
    kinds: tuple[Kind, ...]
