"""What nobody does to anybody: prices that rise, tourists who stay away, kindnesses, advice to travellers."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.redlines import RedLineBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ADVISED = frozenset({"should", "must"})
_NONE = frozenset({"no", "neither"})
_FACING = frozenset({"face", "expect", "meet", "await", "suffer", "fear", "incur"})
_UNREAL = frozenset({"would", "could", "might"})
_EASING = frozenset({"lift", "ease", "relax"})
_MEANS = frozenset({"with", "by"})
_IN = frozenset({"in"})
_FOR = frozenset({"for"})


class Forecasts:
    """Tells by one article's words whether what is said to follow is a market's turn or a kindness."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book
        self._plain = book.plain

    def is_one(self, words: Collection[int]) -> bool:
        """Whether an answer in these words is a turn of the market, or does good."""
        tokens = self._tree.tokens
        verbs = [at for at in sorted(words) if tokens[at].pos in ("VERB", "AUX")]
        if any(self._is_of_market(verb, words) for verb in verbs):
            return True
        if any(self._is_past(verb) for verb in verbs or self._governing(words)):
            return True
        above = {up for at in words for up in self._tree.ancestors(at) if up not in words}
        return any(self._is_kind(verb) for verb in verbs) or any(
            self._is_spared(verb) for verb in {*verbs, *above}
        )

    def _governing(self, words: Collection[int]) -> list[int]:
        """The verb that nouns alone hang on."""
        tokens = self._tree.tokens
        ups = self._tree.ancestors(max(words)) if words else iter(())
        return [at for at in ups if tokens[at].pos == "VERB"][:1]

    def _is_past(self, verb: int) -> bool:
        """Reads "could have ended in tariffs", never "will have crossed a line": what did not come."""
        auxiliaries = {self._tree.tokens[at].lemma for at in self._tree.children(verb, "aux")}
        return "have" in auxiliaries and not auxiliaries.isdisjoint(_UNREAL)

    def _is_spared(self, verb: int) -> bool:
        """Reads "faces no sanctions", "will not be met with a blockade"; but "will face no mercy"."""
        tree, plain = self._tree, self._plain
        lemma = tree.tokens[verb].lemma
        if lemma in self._book.warnings.answering:
            means = self._governed(tree.children(verb, "prep", "agent"), _MEANS)
            none = tree.is_negated(verb) and tree.is_passive(verb)
        else:
            means = tree.children(verb, "dobj") if lemma in _FACING else []
            none = any(tree.tokens[min(tree.subtree(at))].lemma in _NONE for at in means)
        harsh = any(tree.tokens[at].lemma in plain.harsh for at in means)
        return bool(means) and none and not harsh

    def is_advice(self, words: Collection[int]) -> bool:
        """Reads "passengers should call their airline": what plain people are told to do themselves."""
        tree = self._tree
        for verb in words:
            modals = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
            who = tree.child(verb, *SUBJECTS)
            advised = who is not None and who in words and bool(modals & _ADVISED)
            if advised and who is not None and tree.tokens[who].lemma in self._plain.travellers:
                return True
        return False

    def _is_of_market(self, verb: int, words: Collection[int]) -> bool:
        """Reads "shares would tumble", "would lose investors", "will pay more for bread"."""
        tree, plain = self._tree, self._plain
        who, lemma = tree.child(verb, *SUBJECTS), self._verb(verb)
        turns = plain.turning | self._book.bodies.suffering
        daily = who is not None and tree.tokens[who].lemma in plain.living
        if daily and not turns.isdisjoint({lemma, tree.tokens[verb].lemma}):
            return True
        if lemma not in plain.losing:
            return False
        if not {tree.tokens[at].text.lower() for at in words}.isdisjoint(self._book.own):
            return False  # "will lose our investors"
        things = tree.children(verb, "dobj")
        behind = [one for at in (verb, *things) for one in tree.children(at, "prep")]
        if any(tree.tokens[at].lemma in plain.losable for at in self._governed(behind, _IN)):
            return True
        lost = plain.losable if tree.tokens[verb].lemma != "pay" else frozenset()
        paid = plain.living if tree.tokens[verb].lemma == "pay" else frozenset()
        dear = any(tree.tokens[at].lemma in paid for at in self._governed(behind, _FOR))
        return dear or any(tree.tokens[at].lemma in lost for at in things)

    def _governed(self, prepositions: Collection[int], words: Collection[str]) -> list[int]:
        """What those of these prepositions govern that are such words."""
        tree = self._tree
        such = (at for at in prepositions if tree.tokens[at].lemma in words)
        return [below for at in such for below in tree.children(at, "pobj")]

    def _is_kind(self, verb: int) -> bool:
        """Reads "would be answered with the lifting of tariffs", "can expect a warm welcome"."""
        tree, adverse = self._tree, self._book.adverse
        by = (at for at in tree.children(verb, "prep") if tree.tokens[at].lemma in _MEANS)
        if any(self._is_yielding(at) for one in by for at in tree.children(one, "pcomp")):
            return True
        given: list[int] = []
        if tree.tokens[verb].lemma in self._plain.rewarding and not tree.is_negated(verb):
            return True
        if tree.tokens[verb].lemma in self._book.warnings.answering:
            given += self._governed(tree.children(verb, "prep", "agent"), _MEANS)
        if tree.tokens[verb].lemma in self._plain.receiving:
            given += tree.children(verb, "dobj")
        return any(
            tree.tokens[at].lemma in self._plain.good
            or adverse.is_kind(tree.tokens[at].lemma, tree.below(at))
            for at in given
        )

    def _is_yielding(self, verb: int) -> bool:
        """Reads "will reciprocate by releasing the crew", never "by returning fire"."""
        tree = self._tree
        fires = any(tree.tokens[at].lemma == "fire" for at in tree.children(verb, "dobj"))
        return self._verb(verb) in self._book.acts.yielding | _EASING and not fires

    def _verb(self, verb: int) -> str:
        """The verb with its particle: "go up"."""
        particle = self._tree.child(verb, "prt", "advmod")
        lemma = self._tree.tokens[verb].lemma
        return lemma if particle is None else f"{lemma} {self._tree.tokens[particle].lemma}"

    def is_of_nature(self, verb: int) -> bool:
        """Reads "if the dam gives way", "should the drought last": what nobody brings about."""
        tree, plain = self._tree, self._plain
        who = tree.child(verb, *SUBJECTS)
        if who is None or tree.children(verb, *PASSIVE_SUBJECTS):
            return False
        noun = tree.tokens[who].lemma
        told = {tree.tokens[verb].lemma, self._verb(verb)}
        told |= {
            f"{tree.tokens[verb].lemma} {tree.tokens[at].lemma}"
            for at in tree.children(verb, "dobj")
        }
        return noun in plain.nature or (noun in plain.standing and bool(told & plain.breaking))
