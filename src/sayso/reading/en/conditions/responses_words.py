"""The words of adverse responses: where a text holds them, whole and in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.redlines import Pattern, RedLineBook, ResponseWords
from sayso.model.ledger import Mode
from sayso.reading.en.conditions.framed import FramedResponses
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.en.conditions.phrasing import Phrasing
from sayso.reading.en.conditions.responses_plain import Match, PlainResponses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_NONE = frozenset({"no", "neither"})

_TAUGHT = frozenset({"what", "who", "how"})


def _tells_deed(says: ResponseWords) -> bool:
    """Whether words name what is done, not what something is."""
    return says.named and not says.copular


class ResponseWording:
    """Matches the book of responses with one article's words."""

    def __init__(self, tree: Tree, book: RedLineBook, hostile: Hostile) -> None:
        self._tree = tree
        self._book = book
        self._hostile = hostile
        self.shown = Modes(tree, book)
        self._phrasing = Phrasing(tree, book.like)
        self._plain = PlainResponses(tree, book, self.shown)
        self._framed = FramedResponses(tree, book, self.shown)

    def matches(self, order: Sequence[int], place: int) -> Iterator[Match]:
        """The responses that may begin with the word at this place of `order`, the likelier ones first."""
        at = order[place]
        none, left_open = self._plain.none_left(at), self._plain.left_open(at)
        known = self._book.responses.get(self._phrasing.lemma(at), ())
        worded = [*self._worded(order, place, known)]
        worded = worded or [*self._worded(order, place, self._hostile.pattern(at))]
        told = none is not None or any(not one.pattern.says.negated for one in worded)
        other = None if told else self._plain.other(at)  # "troops will enter", "will not enter"
        framed = self._framed.match(at) if not told and other is None else None
        yield from (one for one in (none, *worded, left_open, other, framed) if one is not None)

    def _worded(
        self, order: Sequence[int], place: int, patterns: Sequence[Pattern]
    ) -> Iterator[Match]:
        token = self._tree.tokens[order[place]]
        if token.lemma == "have" and token.dep == "aux":
            return  # "would have seized"
        for pattern in patterns:
            words = (
                self._phrasing.in_order(order, place, pattern)
                or self._phrasing.raised(order[place], pattern)
                or self._phrasing.parted(order[place], pattern)
            )
            if not words:
                continue
            verb = self._verb_of(words)
            if verb is not None and self._only_helps(verb, words):
                continue
            if pattern.pos == "VERB" and (verb is None or token.dep in ("amod", "compound")):
                continue
            if pattern.pos == "NOUN" and token.pos not in ("NOUN", "PROPN"):
                continue
            if verb is None:
                verb = self._top(words) if _tells_deed(pattern.says) else words[-1]
            yield Match(verb, words, pattern)

    def _verb_of(self, words: Sequence[int]) -> int | None:
        """The verb of a phrase; that which an auxiliary helps, where both are of it: "be | *signed*"."""
        tokens = self._tree.tokens
        verb = next((at for at in words if self.is_verb(at)), None)
        helps = verb is not None and tokens[verb].dep in ("aux", "auxpass")
        return (
            tokens[verb].head if verb is not None and helps and tokens[verb].head in words else verb
        )

    def _only_helps(self, verb: int, words: Sequence[int]) -> bool:
        """Whether the verb of a phrase is but the auxiliary of another: "would | be | kept | off | the agenda"."""
        token = self._tree.tokens[verb]
        return token.dep == "auxpass" and token.head not in words

    def _top(self, words: Sequence[int]) -> int:
        """The word that the others hang on: "*ban* on its wine"; the last of several."""
        tops = [at for at in words if not set(words) & set(self._tree.ancestors(at))]
        return tops[-1]

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb, also where the parser takes it for a noun: "Oslo reserves the right"."""
        tree = self._tree
        tag = tree.tokens[at].tag
        things = (below for below in tree.children(at, "dobj", "appos") if below > at)
        governs = any(min(tree.subtree(below)) == at + 1 for below in things)
        return tag[:2] == "VB" or (tag == "NNS" and governs)

    def refuses(self, verb: int) -> bool:
        """Whether a negated verb is itself an answer in being negated: "will not hesitate to …"."""
        order = sorted(self._tree.subtree(verb))
        place = order.index(verb)
        return any(
            one.says.negated and self._phrasing.in_order(order, place, one)
            for one in self._book.responses.get(self._tree.tokens[verb].lemma, ())
        )

    def excludes(self, verb: int) -> bool:
        """Whether a verb rules something out: "exclude", "rule out"."""
        return self._plain.excludes(verb)

    def are_none(self, match: Match) -> bool:
        """Reads "there would be no response", "neither sanctions | nor reprisals | await it"."""
        tree, known = self._tree, match.pattern.lemmas
        if match.pattern.says.negated or not _NONE.isdisjoint(known):
            return False  # "will show no mercy"
        words = (at for at in match.words if tree.tokens[at].lemma in known)
        nouns = [at for at in words if tree.tokens[at].pos == "NOUN"]
        nouns = [at for at in nouns if tree.tokens[at].dep != "compound"]  # "a no-fly | zone"
        nouns += [tree.tokens[at].head for at in nouns if tree.tokens[at].dep == "conj"]
        none = {below for at in nouns for below in tree.children(at, "det", "preconj")}
        return any(tree.tokens[at].lemma.lower() in _NONE for at in none)

    def relieves(self, match: Match) -> bool:
        """Whether an adverse verb ends something adverse ("suspend the raids"), or answers a kindness."""
        adverse = self._book.adverse
        thing = self._object(match.head)
        if self._is_welcome(match) or self._is_good(match.head, thing):
            return True
        bare = len(match.words) == 1  # no "withdraw from the talks"
        if thing is None and (self._is_kind(match.head) or (bare and self._goes_home(match.head))):
            return True
        verb = " ".join(match.pattern.lemmas)
        plain = verb in adverse.verbs and verb not in adverse.lawful
        return plain and thing is not None and self._tree.tokens[thing].lemma in adverse.relieving

    def _is_kind(self, verb: int) -> bool:
        """Reads "will respond to the offer"."""
        tree = self._tree
        return any(
            tree.tokens[preposition].lemma == "to"
            and (governed := tree.child(preposition, "pobj")) is not None
            and self._book.adverse.is_kind(tree.tokens[governed].lemma, tree.below(governed))
            for preposition in tree.children(verb, "prep")
        )

    def _is_good(self, verb: int, thing: int | None) -> bool:
        """Reads "will match any tariff cut": a kindness is answered."""
        answers = self._tree.tokens[verb].lemma in self._book.warnings.answering
        if thing is None or not answers:
            return False
        return self._book.adverse.is_kind(self._tree.tokens[thing].lemma, self._tree.below(thing))

    def _is_welcome(self, match: Match) -> bool:
        """Reads "the answer will be positive", "will respond calmly"."""
        said = self._tree.children(match.head, "acomp", "amod", "advmod")
        return any(self._tree.tokens[at].lemma in self._book.adverse.kind for at in said)

    def _goes_home(self, verb: int) -> bool:
        """Reads "the troops would withdraw": nobody is left without anything."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS)
        armed = who is not None and tree.tokens[who].lemma in self._book.bodies.armed
        return armed and tree.tokens[verb].lemma in self._book.bodies.peaceful

    def is_lawful(self, match: Match) -> bool:
        """Whether the law may do it to anybody: "will be punished"."""
        return self._tree.tokens[match.head].lemma in self._book.adverse.lawful

    def is_private(self, match: Match) -> bool:
        """Whether one who is no power is taken to court: "will sue the museum", "proceedings against the firm"."""
        if match.pattern.says.modes != ("legal",) or not self.is_verb(match.head):
            return False
        thing = self._object(match.head)
        things = {thing} if thing is not None else set()
        for at in (match.head, *things):
            for preposition in self._tree.children(at, "prep"):
                if self._tree.tokens[preposition].lemma == "against":
                    things |= set(self._tree.children(preposition, "pobj"))
        return any(self._tree.tokens[at].lemma in self._book.adverse.private for at in things)

    def is_ended(self, match: Match) -> bool:
        """Whether an adverse act is what would end: "lift the embargo", "stop shelling"."""
        token = self._tree.tokens[match.head]
        verb = token.head
        noun = token.pos == "NOUN" and match.pattern.pos == "NOUN"
        governed = noun and token.dep in ("dobj", *PASSIVE_SUBJECTS)
        governed = governed or (token.tag == "VBG" and token.dep == "xcomp")
        between = range(verb, match.head)  # "to withdraw its tugs or face consequences"
        apart = any(self._tree.tokens[at].lemma == "or" for at in between)
        relents = self._tree.tokens[verb].lemma in self._book.acts.relenting
        return governed and relents and not apart

    def modes(self, match: Match) -> tuple[Mode, ...]:
        """The modes of the pattern; of a plain adverse verb those that its object shows."""
        says = match.pattern.says
        plain = (says.verbs or says.nouns or says.pairs) and says.named
        if says.modes != ("unspecified",):
            return says.modes
        if not plain:
            shown = self.shown.means(match.head) or self.shown.manner(match.head)
            return shown or self.taught(match) or says.modes
        if self._tree.tokens[match.head].pos == "NOUN":
            return self.shown.told(match.head) or says.modes
        last = match.words[-1]  # "lead to the closure of embassies"
        brought = self._tree.tokens[last].pos == "NOUN" and last > match.head
        told = self.shown.told(last) if brought else ()
        return self.shown.of(match.head) or told or says.modes

    def taught(self, match: Match) -> tuple[Mode, ...]:
        """Reads "will learn what our navy can do": who teaches it is armed."""
        if _TAUGHT.isdisjoint(match.pattern.lemmas):
            return ()
        below = (at for at in self._tree.subtree(match.head) if at > match.head)
        words = {self._tree.tokens[at].text.lower().removesuffix("s") for at in below}
        return ("military",) if words & self._book.bodies.armed else ()

    def _object(self, verb: int) -> int | None:
        """What an adverse verb is done to."""
        return self._tree.child(verb, "dobj", *PASSIVE_SUBJECTS)
