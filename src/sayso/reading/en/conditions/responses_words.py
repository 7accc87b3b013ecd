"""The words of adverse responses: where a text holds them, whole and in their order."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.redlines import Pattern, RedLineBook, ResponseWords
from sayso.model.ledger import Mode
from sayso.reading.en.conditions.anybody import is_any
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.en.conditions.responses_plain import Match, PlainResponses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_NONE = frozenset({"no", "neither"})
_SOME = frozenset(
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
_GAP = 3  # words that may stand between two words of a phrase
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp", "prep", "pobj", "attr", "acomp", "oprd"})


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
        self._plain = PlainResponses(tree, book, self.shown)

    def match(self, order: Sequence[int], place: int) -> Match | None:
        """The response that begins with the word at this place of `order`."""
        at = order[place]
        return self._plain.none_left(at) or self._worded(order, place) or self._plain.other(at)

    def _worded(self, order: Sequence[int], place: int) -> Match | None:
        token = self._tree.tokens[order[place]]
        if token.lemma == "have" and token.dep == "aux":
            return None  # "would have seized"
        hostile = self._hostile.pattern(order[place])
        known = self._book.responses.get(self._lemma(order[place]), ())
        for pattern in (*known, *hostile):
            words = self._in_order(order, place, pattern) or self._raised(order[place], pattern)
            if not words:
                continue
            verb = next((at for at in words if self.is_verb(at)), None)
            if pattern.pos == "VERB" and (verb is None or token.dep in ("amod", "compound")):
                continue
            if pattern.pos == "NOUN" and token.pos not in ("NOUN", "PROPN"):
                continue
            if verb is None:
                verb = self._top(words) if _tells_deed(pattern.says) else words[-1]
            return Match(verb, words, pattern)
        return None

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
            one.says.negated and self._in_order(order, place, one)
            for one in self._book.responses.get(self._tree.tokens[verb].lemma, ())
        )

    def excludes(self, verb: int) -> bool:
        """Whether a verb rules something out: "exclude", "rule out"."""
        return self._plain.excludes(verb)

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
        """Whether one who is no power is taken to court: "will sue the museum"."""
        thing = self._object(match.head) if self.is_verb(match.head) else None
        lawful = match.pattern.says.modes == ("legal",)
        return (
            thing is not None
            and lawful
            and self._tree.tokens[thing].lemma in self._book.adverse.private
        )

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
            return self.shown.means(match.head) or self.shown.manner(match.head) or says.modes
        if self._tree.tokens[match.head].pos == "NOUN":
            return self.shown.told(match.head) or says.modes
        return self.shown.of(match.head) or says.modes

    def _object(self, verb: int) -> int | None:
        """What an adverse verb is done to."""
        return self._tree.child(verb, "dobj", *PASSIVE_SUBJECTS)

    def _in_order(self, order: Sequence[int], place: int, pattern: Pattern) -> tuple[int, ...]:
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

    def _lemma(self, at: int) -> str:
        """The word as the book writes it: "relationship" as "relation"."""
        lemma = self._tree.tokens[at].lemma
        return self._book.like.get(lemma, lemma)

    def _is(self, at: int, lemma: str) -> bool:
        """Whether the book has this word, as it stands ("sell bonds") or as it writes it ("cut bonds").

        Names of arms in the plural ("the Iskanders") keep their form in the lemma.
        """
        token = self._tree.tokens[at]
        lemma, _, tag = lemma.partition("/")
        if tag and token.tag != tag:
            return False
        many = token.text.lower().removesuffix("s") if token.tag == "NNPS" else lemma
        return lemma in (token.lemma, self._lemma(at)) or (many == lemma and token.tag == "NNPS")

    def _governed(self, order: Sequence[int], place: int, above: int, lemma: str) -> int | None:
        """The place of the word where it hangs on the one before, however far: "find | assets | seized"."""
        tokens = self._tree.tokens
        return next(
            (
                later
                for later in range(place + 1, len(order))
                if self._is(order[later], lemma)
                and self._above(order[later]) == above
                and tokens[order[later]].dep in _GOVERNED
            ),
            None,
        )

    def _above(self, at: int) -> int:
        """The verb that a noun hangs on, also as "some of it": "sell | half of its | bonds"."""
        tokens = self._tree.tokens
        of, head = tokens[tokens[at].head], tokens[at].head
        if tokens[at].dep != "pobj" or of.lemma != "of" or tokens[of.head].lemma not in _SOME:
            return head
        return tokens[of.head].head

    def _held(self, order: Sequence[int], above: int, lemma: str) -> int | None:
        """What a verb is done to, where the condition has it: "will bring down | any drone that strays"."""
        verb = self._tree.tokens[above].head if not self.is_verb(above) else above
        thing = self._tree.child(verb, "dobj")
        if thing is None or thing in order or not self._is(thing, lemma):
            return None
        return thing if is_any(self._tree, thing) or self._tree.children(thing, "relcl") else None

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

    def _raised(self, verb: int, pattern: Pattern) -> tuple[int, ...]:
        """Reads "the border will be closed": the object of the phrase is the passive's subject."""
        thing = self._tree.child(verb, *PASSIVE_SUBJECTS)
        if thing is None or len(pattern.lemmas) < 2:
            return ()
        rest = pattern.lemmas[1:]
        beside = {self._tree.tokens[at].lemma: at for at in self._tree.children(verb)}
        if not self._is(thing, rest[-1]) or any(w not in beside for w in rest[:-1]):
            return ()
        return tuple(sorted((verb, thing, *(beside[word] for word in rest[:-1]))))
