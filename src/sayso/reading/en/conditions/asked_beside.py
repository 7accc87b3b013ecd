"""What is asked or warned against, and what a participle or "on pain of" beside it says will follow.

"Urged Oslo not to sell it, warning of sanctions", "cautioned Oslo against selling it, saying it would lead to war",
"dared Oslo to sell it, saying it would strike within hours", "has been told not to sell it, on pain of war".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_DARING = frozenset({"dare", "challenge", "defy"})
# By these whatever is told is threatened.
_THREATENING = frozenset({"threaten", "promise", "vow", "pledge", "hint"})
_TELLING = _THREATENING | {"say", "add", "warn", "insist", "stress", "declare", "caution", "note"}
_PAIN = frozenset({"pain", "penalty", "threat", "peril"})
_UNDER = frozenset({"on", "under", "upon"})
_PREPOSITIONS = frozenset({"of", "at", "with"})


class AskedBeside:
    """Finds, in one article, what is asked of somebody together with what is threatened beside it."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        words = book.warnings
        self._asking = words.urging | words.ordering | words.demanding | words.words | _DARING
        self._responses = responses

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if (
                self._tree.sentence(index) >= 0
                and token.lemma in self._asking
                and token.tag.startswith("VB")
            ):
                yield from self._asked(index)

    def _asked(self, verb: int) -> Iterator[Draft]:
        tree = self._tree
        asked = self._what(verb)
        if asked is None or tree.is_negated(verb):
            return
        threat = self._pain(verb, asked) or self._told(verb, asked)
        if threat is None:
            return
        start, rest, certain = threat
        words = frozenset(at for at in tree.subtree(asked) if at < start and at > verb) - rest
        words = frozenset(at for at in words if tree.tokens[at].text not in ",;" or at < max(words))
        if not words or not (certain or self._responses.find(rest)):
            return
        yield Draft(
            asked,
            words,
            marker=frozenset({start} if tree.tokens[start].lemma in _UNDER else ()),
            rest=rest,
            certain=True,
            demanded=has_to(tree, asked)
            and not tree.is_negated(asked)
            and tree.tokens[verb].lemma not in _DARING,
            doer=tree.child(verb, "dobj", "dative", *PASSIVE_SUBJECTS),
            ultimatum=certain,
        )

    def _what(self, verb: int) -> int | None:
        """What is asked ("to leave", "on Oslo to leave"), or warned against ("against leaving")."""
        tree = self._tree
        below = [verb, *tree.children(verb, "prep")]
        clauses = (at for head in below for at in tree.children(head, "xcomp", "advcl", "ccomp"))
        asked = next((at for at in clauses if at > verb and has_to(tree, at)), None)
        if asked is not None:
            return asked
        against = (at for at in tree.children(verb, "prep") if tree.tokens[at].lemma == "against")
        return next((act for at in against if (act := tree.child(at, "pcomp")) is not None), None)

    def _pain(self, verb: int, asked: int) -> tuple[int, frozenset[int], bool] | None:
        """Reads "on pain of sanctions", "under threat of war"."""
        tree = self._tree
        for at in tree.subtree(verb):
            token = tree.tokens[at]
            if at < asked or token.dep != "pobj" or token.lemma not in _PAIN:
                continue
            of = tree.child(at, "prep")
            thing = tree.child(of, "pobj", "pcomp") if of is not None else None
            if tree.tokens[token.head].lemma in _UNDER and thing is not None:
                return token.head, frozenset(tree.subtree(thing)), True
        return None

    def _told(self, verb: int, asked: int) -> tuple[int, frozenset[int], bool] | None:
        """What a participle behind a comma tells: "warning of sanctions", "saying it would lead to war"."""
        tree = self._tree
        for at in tree.children(verb, "advcl"):
            token = tree.tokens[at]
            if at < asked or token.tag != "VBG" or token.lemma not in _TELLING:
                continue
            if tree.tokens[at - 1].text != ",":
                continue
            things = [*tree.children(at, "ccomp", "dobj", "xcomp")]
            for by in tree.children(at, "prep"):
                below = tree.child(by, "pobj", "pcomp")
                if below is not None and tree.tokens[by].lemma in _PREPOSITIONS:
                    things.append(below)
            told = next((one for one in sorted(things) if one > at), None)
            if told is not None:
                rest = {
                    one for one in tree.subtree(told) if tree.tokens[one].text not in ("that", ".")
                }
                return at, frozenset(rest), token.lemma in _THREATENING
        return None
