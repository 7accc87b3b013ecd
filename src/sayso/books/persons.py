"""The parts of a person's name: given names and family name, in the order of the language it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.books.roles import RoleBook
from sayso.books.romanised import System, given_alike, spelling, system_of
from sayso.books.wording import fold

_EDGE = ".,"


class PersonalName(NamedTuple):
    """Given names (may be none) and the family name without particles; `prefix` is those ("de", "al")."""

    given: tuple[str, ...]
    prefix: tuple[str, ...]
    family: str

    @property
    def system(self) -> System:
        """The script that the name comes from, as far as the family name shows."""
        return system_of("-".join((*self.prefix, self.family)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The family name's spellings to look it up by: with its particles' script, and without."""
        own, plain = spelling(self.family, self.system), spelling(self.family)
        return (own,) if own == plain else (own, plain)


def parted(words: Sequence[str], book: RoleBook) -> PersonalName:
    """The parts of a name of one word or more; the family name is the last word, or the first in "Kim Jong Un".

    >>> from sayso.books.roles import load_roles
    >>> parted(["Ana", "de", "la", "Vega", "Jr."], load_roles())
    PersonalName(given=('Ana',), prefix=('de', 'la'), family='Vega')
    """
    left = list(words)
    while len(left) > 1 and fold(left[-1]).strip(_EDGE) in book.suffixes:
        left.pop()
    first = fold(left[0])
    if len(left) in (2, 3) and first in book.family_first and first not in book.given:
        return PersonalName(tuple(left[1:]), (), left[0])
    family = left.pop().strip(_EDGE)
    article, _, rest = family.partition("-")
    prefix = [article] if rest and fold(article) in book.particles else []
    family = rest if prefix else family
    while left and fold(left[-1]) in book.particles and (len(left) > 1 or left[0].islower()):
        prefix.insert(0, left.pop())
    if len(left) == 1 and fold(left[0]) in book.particles and fold(left[0]) not in book.given:
        prefix.insert(0, left.pop())
    return PersonalName(tuple(left), tuple(prefix), family)


def names_agree(left: PersonalName, right: PersonalName) -> bool:
    """Whether two names can be one person's: the family name in one spelling, the given names compatible."""
    return related(left, right) and given_alike(left.given, right.given, _system(left, right))


def related(left: PersonalName, right: PersonalName) -> bool:
    """Whether two family names are one name, by the script of either."""
    system = _system(left, right)
    return spelling(left.family, system) == spelling(right.family, system)


def _system(left: PersonalName, right: PersonalName) -> System:
    """The more telling of two systems."""
    return left.system if left.system != "other" else right.system
