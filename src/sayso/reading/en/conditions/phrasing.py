"""The words of a pattern in a text: in their order, in the passive, or as the parse hangs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.books.redlines import Pattern
from sayso.reading.en.conditions.anybody import is_any
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_GAP = 3  # words that may stand between two words of a phrase
_SHARES = frozenset(
    {
        "some",
        "part",
        "most",
        "all",
        "half",
        "share",
        "much",
        "any",
        "none",
        "portion",
        "third",
        "quarter",
        "bulk",
        "rest",
    }
)
_PARTICLES = ("prt", "advmod", "prep")
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp", "prep", "pobj", "attr", "acomp", "oprd", "prt"})


class Phrasing:
    """Finds the words of patterns among one article's words; `like`: words that count as another."""

    def __init__(self, tree: Tree, like: Mapping[str, str]) -> None:
        self._tree = tree
        self._like = like

    def in_order(self, order: Sequence[int], place: int, pattern: Pattern) -> tuple[int, ...]:
        """The words of the pattern from this place of `order` on, or ()."""
        found = [order[place]]
        for lemma in pattern.lemmas[1:]:
            place = self._past_phrase(order, place, lemma)
            ahead = order[place + 1 : place + 2 + _GAP]
            step = next((n for n, at in enumerate(ahead) if self._is(at, lemma)), None)
            if step is None or any(self._tree.tokens[at].text in ",;." for at in ahead[:step]):
                below = self._governed(order, place, found[-1], lemma)
                held = self._held(order, found[-1], lemma) if below is None else None
                if held is not None and lemma == pattern.lemmas[-1]:
                    return (*found, held)
                if below is None:
                    return ()
                place = below
            else:
                place += step + 1
            found.append(order[place])
        return tuple(found)

    def lemma(self, at: int) -> str:
        """The word as the book writes it: "relationship" as "relation"."""
        lemma = self._tree.tokens[at].lemma
        return self._like.get(lemma, lemma)

    def _is(self, at: int, lemma: str) -> bool:
        """Whether the book has this word, as it stands ("sell bonds") or as it writes it ("cut bonds").

        Names of arms in the plural ("the Iskanders") keep their form in the lemma.
        """
        token = self._tree.tokens[at]
        lemma, _, tag = lemma.partition("/")
        if tag and token.tag != tag and (token.tag, tag) != ("VBD", "VBN"):
            return False
        many = token.text.lower().removesuffix("s") if token.tag == "NNPS" else lemma
        return lemma in (token.lemma, self.lemma(at)) or (many == lemma and token.tag == "NNPS")

    def _governed(self, order: Sequence[int], place: int, above: int, lemma: str) -> int | None:
        """The place of the word where it hangs on the one before, however far: "find | assets | seized"."""
        tokens = self._tree.tokens
        particle = tokens[above].dep in _PARTICLES  # "call off | its readmission deal"
        heads = {above, tokens[above].head} if particle else {above}
        return next(
            (
                later
                for later in range(place + 1, len(order))
                if self._is(order[later], lemma)
                and self._above(order[later]) in heads
                and tokens[order[later]].dep in _GOVERNED
            ),
            None,
        )

    def _above(self, at: int) -> int:
        """The verb that a noun hangs on, also as "some of it": "sell | half of its | bonds"."""
        tokens = self._tree.tokens
        of, head = tokens[tokens[at].head], tokens[at].head
        if tokens[at].dep != "pobj" or of.lemma != "of" or tokens[of.head].lemma not in _SHARES:
            return head
        return tokens[of.head].head

    def _held(self, order: Sequence[int], above: int, lemma: str) -> int | None:
        """What a verb is done to, where the condition has it: "will bring down | any drone that strays"."""
        tree = self._tree
        verb = above if tree.tokens[above].pos in ("VERB", "AUX") else tree.tokens[above].head
        thing = tree.child(verb, "dobj")
        if thing is None or thing in order or not self._is(thing, lemma):
            return None
        return thing if is_any(tree, thing) or tree.children(thing, "relcl") else None

    def _past_phrase(self, order: Sequence[int], place: int, lemma: str) -> int:
        """The place behind what hangs on a subject: "ties | between Oslo and Rome | are at risk"."""
        tokens = self._tree.tokens
        if tokens[order[place]].dep not in SUBJECTS or tokens[order[place]].pos != "NOUN":
            return place
        last = max(self._tree.subtree(order[place]))
        while place + 1 < len(order) and order[place + 1] <= last:
            if self._is(order[place + 1], lemma):
                break
            place += 1
        return place

    def parted(self, verb: int, pattern: Pattern) -> tuple[int, ...]:
        """Reads "call the deal off", "switch the speakers back on": the object stands before the particle."""
        thing = self._tree.child(verb, "dobj")
        if thing is None or len(pattern.lemmas) != 3 or not self._is(thing, pattern.lemmas[2]):
            return ()
        for particle in self._tree.children(verb, *_PARTICLES):
            if particle > thing and self._is(particle, pattern.lemmas[1]):
                return (verb, thing, particle)
        return ()

    def raised(self, verb: int, pattern: Pattern) -> tuple[int, ...]:
        """Reads "the border will be closed": the object of the phrase is the passive's subject."""
        thing = self._tree.child(verb, *PASSIVE_SUBJECTS)
        if thing is None or len(pattern.lemmas) < 2:
            return ()
        if self._tree.tokens[thing].tag == "VBG":  # "drones crossing the line will be brought down"
            thing = self._tree.child(thing, *SUBJECTS) or thing
        rest = pattern.lemmas[1:]
        raised = self._tree.subtree(thing)
        beside = {
            self._tree.tokens[at].lemma: at for at in self._tree.subtree(verb) if at not in raised
        }
        for at in self._tree.children(thing, "compound"):
            beside.setdefault(self._tree.tokens[at].lemma, at)  # "a no-*fly* zone will be declared"
        if not self._is(thing, rest[-1]) or any(w not in beside for w in rest[:-1]):
            return ()
        return tuple(sorted((verb, thing, *(beside[word] for word in rest[:-1]))))
