"""Which rule: the words that name a rule on arms, what it is about, and how strict it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.books.deals import DealBook
from sayso.model.deals import Direction
from sayso.model.text import Mention, Party
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import Tree

_ABOUT = frozenset({"on", "of", "for", "against", "governing", "over", "to"})
_CLAUSES = ("relcl", "acl", "advcl")
_NAMED = frozenset({"NOUN", "PROPN"})
_COMPLEMENTS = ("oprd", "acomp", "ccomp", "xcomp")


class RulePhrases:
    """Phrases for rules of one article, by the token that is their head."""

    def __init__(
        self, tree: Tree, book: DealBook, parties: Parties, mentions: Sequence[Mention]
    ) -> None:
        self._tree = tree
        self._words = book.rules
        self._parties = parties
        self._armed = [one.span for one in mentions if one.weapon is not None]
        self._weapons = [one.start for one in self._armed]
        self._times = [one.span.start for one in mentions if one.when is not None]

    def is_rule(self, head: int) -> bool:
        """Whether a noun names a rule: by itself, or beside a word for trade or licences."""
        lemma = self._tree.tokens[head].lemma.lower()
        if lemma in self._words.nouns or self.is_service(head) or self.is_list(head):
            return True
        if lemma not in self._words.loose | self._words.bounds:
            return False
        beside = self.of(head, head) - {head}
        lemmas = {self._lemma(at) for at in beside}
        if lemmas & (self._words.licensing | self._words.trade):
            return True
        return lemma in self._words.bounds and self.is_armed(beside)

    def is_service(self, head: int) -> bool:
        """Whether a noun names who must serve: "conscription", "compulsory military service", "the draft lottery"."""
        words, tree = self._words, self._tree
        lemma = self._lemma(head)
        if lemma not in words.serving:
            return False
        alone = lemma not in words.called and not words.called.isdisjoint(
            self._lemma(at) for at in self.of(head, head) if at > head
        )
        before = head > 0 and (
            self._lemma(head - 1) in words.called
            or (self._lemma(head - 1), lemma) == ("national", "service")
        )
        bare = not tree.children(head, "amod", "compound", "prep", "acl", "relcl")
        drafted = lemma == "draft" and bare and self._is_drafting(tree.tokens[head].head)
        return lemma in ("conscription", "call-up") or before or drafted or alone

    def _is_drafting(self, verb: int) -> bool:
        return self._tree.tokens[verb].lemma in self._words.drafting

    def is_paper(self, head: int, verb: int) -> bool:
        """Whether a noun names papers, and a verb says that they are to be asked for or no more."""
        papering = self._tree.tokens[verb].lemma in self._words.papering
        return papering and self._lemma(head) in self._words.papers

    def is_list(self, head: int, thing: int | None = None) -> bool:
        """Whether a noun names a list of arms or the like that need leave, by itself or by the `thing` put on it."""
        tree = self._tree
        if self._lemma(head) not in self._words.lists:
            return False
        inside = tree.subtree(head) - {head}
        if self._words.listing.isdisjoint(map(self._lemma, inside)):
            return False
        put = inside | (set() if thing is None else tree.subtree(thing))
        return self.is_armed(put) or self._is_strategic(put)

    def with_hole(self, head: int) -> int:
        """The rule in which a loophole is; another noun itself."""
        if self._lemma(head) not in self._words.holes:
            return head
        within = [at for at in self._tree.children(head, "prep") if self._lemma(at) == "in"]
        return next((at for one in within for at in self._tree.children(one, "pobj")), head)

    def is_deed(self, head: int) -> bool:
        """Whether a noun names what can be forbidden: a deed done with weapons, or a weapon."""
        start = self._tree.tokens[head].start
        weapon = any(one.start <= start < one.end for one in self._armed)
        return self._lemma(head) in self._words.deeds or weapon

    def of(self, rule: int, change: int) -> set[int]:
        """The words that say which rule: without whose it is, and without what came of it.

        Of a bare noun ("a law that forbids the sale of mines") the clause belongs to it.
        """
        tree = self._tree
        phrase = {rule}
        for child in tree.children(rule):
            token = tree.tokens[child]
            if token.dep in ("compound", "amod", "nmod") and change != child < rule:
                if self._parties.named(child) is None:
                    phrase |= tree.subtree(child, without=("poss",))
            elif token.dep == "prep" and token.lemma in _ABOUT and child > rule:
                phrase |= self._untimed(child)
        swallowing = self._swallowing(rule, min(phrase) - 1)
        phrase |= swallowing
        if len(phrase) == 1:
            for clause in tree.children(rule, "relcl", "acl"):
                phrase |= {at for at in tree.subtree(clause) if at > rule} - {change}
        phrase = self._unbroken(phrase, rule)
        verbs = swallowing | ({change} if tree.tokens[change].tag.startswith("VB") else set())
        hung = [at for verb in sorted(verbs) for at in tree.children(verb, "prep", "dative")]
        if tree.tokens[rule].dep == "pobj":  # "a gap in its law | on mines"
            hung += tree.children(tree.tokens[tree.tokens[rule].head].head, "prep")
        for strayed in self._strayed(hung, max(phrase)):
            phrase |= strayed
        return self._without_complement(phrase, rule)

    def _swallowing(self, rule: int, before: int) -> set[int]:
        """The gerund right before a rule that was read as done to it: "eases *licensing* rules"."""
        tree = self._tree
        done_to = tree.tokens[rule].head == before and tree.tokens[before].dep == "xcomp"
        return {before} if done_to else set()

    def _unbroken(self, phrase: set[int], rule: int) -> set[int]:
        tree = self._tree
        low = high = rule
        while low - 1 in phrase or (low - 2 in phrase and tree.tokens[low - 1].text == "-"):
            low -= 1
        while high + 1 in phrase:
            high += 1
        return set(range(low, high + 1))

    def _strayed(self, hung: list[int], end: int) -> Iterator[set[int]]:
        """Prepositions right behind the rule that were read as its verb's: "lift its ban | on mines"."""
        tree = self._tree
        for preposition in hung:
            if preposition == end + 1 and tree.tokens[preposition].lemma in _ABOUT:
                inside = self._untimed(preposition)
                if not inside:
                    return
                yield inside
                end = max(inside)

    def _untimed(self, preposition: int) -> set[int]:
        """The words below a preposition without its clauses and times: empty where it governs a time."""
        tree = self._tree
        inside = tree.subtree(preposition, without=_CLAUSES)
        for below in [at for at in inside if tree.tokens[at].pos == "ADP"]:
            governed = tree.child(below, "pobj")
            if governed is not None and any(
                self._begins(at, self._times) for at in (below + 1, governed)
            ):
                inside -= tree.subtree(below)
        return inside

    def _without_complement(self, phrase: set[int], rule: int) -> set[int]:
        """Cuts what the rule was made, where it was read as part of its name: "curbs on guns stricter"."""
        last = max(phrase)
        return phrase - {last} if last > rule and self._told(last) is not None else phrase

    # --- what it is about ------------------------------------------------------------------------------

    def is_about_arms(self, phrase: set[int]) -> bool:
        """Whether the words are about weapons, or about trade without other goods."""
        lemmas = {at: self._lemma(at) for at in phrase}
        words = self._words
        if self.is_armed(phrase) or any(self.is_service(at) for at in phrase):
            return True
        if not words.licensing.isdisjoint(lemmas.values()) and self._is_strategic(phrase):
            return True
        if words.trade.isdisjoint(lemmas.values()) and not self._is_traded(phrase):
            return False
        if self._is_strategic(phrase):
            return True
        known = words.nouns | words.loose | words.trade | words.goods | words.licensing
        return all(
            lemma in known or self._parties.named(at) is not None
            for at, lemma in lemmas.items()
            if self._tree.tokens[at].pos in _NAMED
        )

    def is_armed(self, phrase: set[int]) -> bool:
        """Whether the words name weapons, or what rules on arms are about."""
        subjects = self._words.subjects
        return any(
            not subjects.isdisjoint((self._lemma(at), self._hyphened(at), self._paired(at)))
            or self._is_weapon(at)
            for at in phrase
        )

    def _paired(self, at: int) -> str:
        """A word and the next one: "war material"."""
        return " ".join(one.text for one in self._tree.tokens[at : at + 2]).lower()

    def _is_strategic(self, phrase: set[int]) -> bool:
        """Whether the words name controls, or goods that serve in war too."""
        told = self._words.strategic | self._words.dual
        tokens = self._tree.tokens
        return any(
            not told.isdisjoint((self._lemma(at), tokens[at].text.lower(), self._hyphened(at)))
            for at in phrase
        )

    def _is_traded(self, phrase: set[int]) -> bool:
        """Whether a clause tells of goods that they are traded: "equipment sent to Mali"."""
        tree = self._tree
        clauses = (clause for at in phrase for clause in tree.children(at, "acl", "relcl"))
        return any(self._lemma(at) in self._words.trading for at in clauses)

    def _hyphened(self, at: int) -> str:
        """The word that begins at a token and goes on behind a hyphen: "end-use"."""
        words = self._tree.tokens[at : at + 3]
        joined = len(words) == 3 and words[1].text == "-"
        return f"{words[0].lemma}-{words[2].lemma}".lower() if joined else ""

    def _is_weapon(self, at: int) -> bool:
        return self._begins(at, self._weapons)

    def _begins(self, at: int, starts: Sequence[int]) -> bool:
        """Whether something begins within a token."""
        token = self._tree.tokens[at]
        found = bisect_left(starts, token.start)
        return found < len(starts) and starts[found] < token.end

    def of_part(self, head: int) -> int:
        """The rule that a noun is the matter of ("a law on guns"); the noun itself where there is none."""
        tree = self._tree
        at = head
        while not self.is_rule(at):
            above = tree.tokens[at].head
            if tree.tokens[at].dep == "pobj" and tree.tokens[above].lemma in _ABOUT:
                at = tree.tokens[above].head
            else:
                return head
        return at

    def _lemma(self, at: int) -> str:
        return self._tree.tokens[at].lemma.lower()

    def is_regime(self, owner: Party | None) -> bool:
        """Whether somebody makes rules on arms and dual-use goods alone."""
        return owner is not None and (owner.resolved or owner.name) in self._words.regimes

    # --- how strict it is ------------------------------------------------------------------------------

    def strictness(self, rule: int) -> Direction | None:
        """What the adjective before a rule tells: "tougher curbs"."""
        tree = self._tree
        heads = (rule, *tree.children(rule, "compound"))  # "a stricter firearms law"
        found = (self._told(at) for head in heads for at in tree.children(head, "amod"))
        return next((one for one in found if one is not None), None)

    def made(self, verb: int, rule: int) -> Direction | None:
        """What a rule was made: "made its rules stricter"."""
        tree = self._tree
        beside = [at for at in tree.children(verb, *_COMPLEMENTS) if at > verb]
        beside += [at for at in tree.subtree(verb) if at > max(rule, verb) and at not in beside]
        if self.is_service(rule) or self.is_armed(self.of(rule, verb)):
            told = {self._lemma(at) for at in beside}
            if told & self._words.binding:
                return "introduced"
            if told & self._words.unbinding:
                return "relaxed"
        return next((one for at in beside[:12] if (one := self._told(at)) is not None), None)

    def moved(self, rule: int, *, up: bool) -> Direction | None:
        """Which way a rule goes whose bound is raised or lowered: a cap allows more then, a standard asks more."""
        words, tree = self._words, self._tree
        beside = {self._lemma(at) for at in tree.children(rule, "amod", "compound")}
        aged = "age" in beside | {self._lemma(rule)}
        if aged and any(self.is_service(at) for at in tree.subtree(rule)):
            serves = not up or bool(beside & words.highest)
            return "tightened" if serves else None
        if aged or self._lemma(rule) in words.bars:
            return "tightened" if up else "relaxed"
        if self._lemma(rule) not in words.ceilings:
            return None
        return "relaxed" if up else "tightened"

    def is_fresh(self, rule: int) -> bool:
        """Whether a rule is called new."""
        return any(self._lemma(at) in self._words.fresh for at in self._tree.children(rule, "amod"))

    def _told(self, at: int) -> Direction | None:
        text = self._tree.tokens[at].text.lower()
        if text in self._words.strict:
            return "tightened"
        return "relaxed" if text in self._words.lax else None
