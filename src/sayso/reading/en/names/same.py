"""Whether two parties of one article are surely the same."""

from __future__ import annotations

from sayso.model.text import Party

_CASES = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them"}
    | {"his", "hers", "its", "their"}
    | {"who", "which", "that", "this", "these", "those"}
)
# Pronouns that never stand for the one whose words they are in: "recalled him saying that".
OTHERS = frozenset({"him", "them"})


def is_pronoun(name: str) -> bool:
    """Whether a name as written is a pronoun."""
    return name.lower() in _PRONOUNS


def same_party(left: Party, right: Party) -> bool:
    """Whether two parties of one article are surely one."""
    if left.actor is not None or right.actor is not None:
        return left.actor == right.actor
    return _bare(left.name) == _bare(right.name) and not is_pronoun(left.name)


def is_same_pronoun(left: Party, right: Party) -> bool:
    """Whether two pronouns that no name was found for are of one kind: "his words", "he said"."""
    if left.actor is not None or right.actor is not None:
        return False
    kinds = (_CASES.get(left.name.lower()), _CASES.get(right.name.lower()))
    return kinds[0] is not None and kinds[0] == kinds[1]


def _bare(name: str) -> str:
    """A name without its article: "minutes", "The minutes"."""
    first, _, rest = name.lower().partition(" ")
    return rest if first in ("the", "a", "an") and rest else name.lower()
