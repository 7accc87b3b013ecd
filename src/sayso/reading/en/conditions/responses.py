"""Adverse responses in a consequence: "we will close the strait", "severe repercussions", "an act of war"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.books.cues import CueBook
from sayso.books.redlines import RedLineBook
from sayso.model.reading import Response
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import agent_of, possessor, subject
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import has_modal, is_none
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.responses_words import Match, ResponseWording
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_GOVERNED = frozenset({"xcomp", "dobj", "attr", "pobj", "prep", "acl", "ccomp"})
_PARTICIPLES = frozenset({"VBN", "VBD"})  # the parser takes many a participle for the past tense
_CHOICES = frozenset({"choice", "option", "alternative"})
_NEAR = 4  # heads between a label and the verb that gives it ("would be seen as an act of war")


class Responses:
    """Finds what one article's words threaten with."""

    def __init__(
        self, evidence: Evidence, cues: CueBook, book: RedLineBook, hostile: Hostile
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._cues = cues
        self._book = book
        self.words = ResponseWording(evidence.tree, book, hostile)
        self._acts = Acts(evidence.tree, book)
        self._goods = frozenset(word for nouns in book.adverse.objects.values() for word in nouns)

    def find(self, inside: Collection[int]) -> tuple[Response, ...]:
        """All responses among these words, in text order."""
        return tuple(self._found(inside))

    def _found(self, inside: Collection[int]) -> Iterator[Response]:
        order = sorted(inside)
        taken: set[int] = set()
        for place in range(len(order)):
            match = self.words.match(order, place)
            if match is None or taken & set(match.words) or self._is_asked(match.head):
                continue
            response = self._response(match)
            if response is not None:
                taken |= set(match.words)
                yield response

    def hedges(self, inside: Collection[int]) -> tuple[int, ...]:
        """The words that leave it open: "could", "possible"."""
        tokens = self._tree.tokens
        return tuple(
            at
            for at in sorted(inside)
            if tokens[at].lemma in self._cues.possible
            and tokens[at].pos in ("AUX", "ADJ", "ADV")
            and not (tokens[at].lemma == "can" and self._tree.is_negated(tokens[at].head))
        )

    def is_own(self, words: Collection[int]) -> bool:
        """Whether a noun phrase is the speaker's "we", or what is theirs."""
        return any(self._tree.tokens[at].text.lower() in self._book.own for at in words)

    def _is_body(self, words: Collection[int]) -> bool:
        """Whether a noun phrase is a power's own body that names none: "the navy", "the People's Army"."""
        tokens = self._tree.tokens
        named = any(tokens[at].pos == "PROPN" for at in words)
        if named and tokens[min(words)].lemma != "the":
            return False
        if any(tokens[at].entity.endswith(("GPE", "NORP")) for at in words):
            return False
        civil = frozenset() if named else self._book.bodies.civil
        return self.is_lemma(words, self._book.bodies.armed | civil)

    def is_lemma(self, words: Collection[int], lemmas: Collection[str]) -> bool:
        """Whether the head of a noun phrase is one of these lemmas."""
        tokens = self._tree.tokens
        head = next((at for at in sorted(words) if tokens[at].head not in words), min(words))
        return tokens[head].lemma.lower() in lemmas

    # --- judging -------------------------------------------------------------------------------------

    def _response(self, match: Match) -> Response | None:
        says = match.pattern.says
        negated = self._is_negated(match.head) or (says.negated and self._is_only(match.head))
        if says.negated != negated or self.words.relieves(match) or self.words.is_ended(match):
            return None
        verb = self.words.is_verb(match.head)
        labelled = self._labelled(match.head) if says.copular else None
        if says.copular and labelled is None:
            return None
        if verb and not self._to_come(match.head):
            return None
        doer = self.doer(match.head if labelled is None else labelled, labelled is not None)
        kind = says.kind
        drawn = self._whose_line(match.words) if kind == "line" else None
        if kind == "line":
            kind, doer = ("line", drawn) if drawn else ("effect", doer)
        if kind == "deed" and doer is None:
            left_open = self._is_passive(match.head) or self._led(match.head) is not None
            left_open = left_open or self._is_brought(match.head)
            if not left_open if verb else not self._is_bringing(match):
                return None
            kind = "answer"
        if doer and self.is_lemma(doer, self._book.bodies.everybody):
            return None  # harm that is nobody's answer: "the region will burn"
        if doer and kind == "deed" and self.is_lemma(doer, self._goods):
            kind, doer = "answer", None  # "gas will stop flowing"
        modes = self.words.modes(match)
        actor = self._evidence.party(doer) if doer else None
        unknown = actor is not None and actor.actor is None
        if unknown and (kind == "effect" or (verb and kind == "answer")):
            actor = None  # what suffers, or what the reply will be, is nobody who answers
        return Response(
            span=self._evidence.span(match.words),
            kind=kind,
            actor=actor,
            own=doer is not None and (self.is_own(doer) or self._is_body(doer)),
            modes=modes,
            named=says.named or modes != says.modes,
        )

    def _is_asked(self, head: int) -> bool:
        """Whether it stands in a clause of doubt: "before deciding whether sanctions are due"."""
        tree = self._tree
        return any(
            tree.tokens[mark].lemma == "whether"
            for up in (head, *tree.ancestors(head))
            for mark in tree.children(up, "mark")
        )

    def _whose_line(self, words: Sequence[int]) -> set[int] | None:
        """Reads "arming them is a red line for Oslo": whose it is, where an act would cross it."""
        tree = self._tree
        verb = next((at for at in tree.ancestors(words[0]) if tree.children(at, *SUBJECTS)), None)
        if self.words.is_verb(words[0]):
            verb = words[0]
        raised = tree.child(verb, *SUBJECTS) if verb is not None else None
        if raised is None or not self._acts.is_act(raised):
            return None
        for preposition in (at for word in words for at in tree.children(word, "prep")):
            governed = tree.child(preposition, "pobj")
            if tree.tokens[preposition].lemma == "for" and governed is not None:
                return tree.subtree(governed)
        return None

    def _is_negated(self, head: int) -> bool:
        """Negated itself or by what governs it; "will not hesitate to strike" is no negated strike."""
        tree = self._tree
        if is_none(tree, head):
            return True
        below = head
        for up in tree.ancestors(head):
            if tree.tokens[below].dep not in _GOVERNED:
                return False
            if is_none(tree, up):
                kept = tree.tokens[up].lemma in _CHOICES  # "no choice but to strike"
                return not (kept or self.words.refuses(up) or self.words.excludes(up))
            below = up
        return False

    def _is_only(self, verb: int) -> bool:
        """Reads "gas will flow only if Oslo pays", "only so long as …": else it will not."""
        tree = self._tree
        for clause in tree.children(verb, "advcl", "advmod"):
            if tree.tokens[clause].dep == "advcl" or tree.tokens[clause].lemma == "long":
                first = min(tree.subtree(clause))
                if "only" in (tree.tokens[first].lemma, tree.tokens[first - 1].lemma):
                    return True
        return False

    def _to_come(self, verb: int) -> bool:
        """Not told as past: "would strike", "will have to", "to strike", never "struck"."""
        token = self._tree.tokens[verb]
        auxiliaries = self._tree.children(self._first_of(verb), "aux", "auxpass")
        if any(self._tree.tokens[at].lemma == "have" for at in auxiliaries):
            return False  # "would have struck", "has struck"
        if any(self._tree.tokens[at].tag in ("MD", "TO") for at in auxiliaries):
            return True
        past = token.tag == "VBD" or any(self._tree.tokens[a].tag == "VBD" for a in auxiliaries)
        return not past

    def _is_bringing(self, match: Match) -> bool:
        """Whether a deed told by nouns is what something would bring: "would lead to a cut in aid"."""
        tree = self._tree
        if tree.tokens[match.words[0]].pos != "NOUN":
            return False
        verb = next((at for at in tree.ancestors(match.words[0]) if has_modal(tree, at)), None)
        return verb is not None and tree.tokens[verb].lemma in self._book.warnings.bringing

    def _is_brought(self, verb: int) -> bool:
        """Reads "a landing would bring the fleet": the deed is what an act would bring."""
        tree = self._tree
        raised = tree.child(verb, *SUBJECTS)
        if raised is None or tree.tokens[raised].lemma not in self._book.acts.hostile:
            return False
        return has_modal(tree, verb) and tree.tokens[verb].lemma in self._book.warnings.bringing

    def _is_passive(self, verb: int) -> bool:
        return self._tree.is_passive(self._first_of(verb))

    def _first_of(self, verb: int) -> int:
        """The participle that another shares its helping verbs with: "be seen as war and | answered"."""
        tree, at = self._tree, verb
        while tree.tokens[at].dep == "conj" and tree.tokens[at].tag in _PARTICIPLES:
            if tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS, "aux", "auxpass"):
                return at
            at = tree.tokens[at].head
        return at if tree.tokens[at].tag == "VBN" else verb

    def _labelled(self, head: int) -> int | None:
        """The verb that says what something is, or is held to be."""
        at = head
        for _ in range(_NEAR):
            up = self._tree.tokens[at].head
            token = self._tree.tokens[up]
            if up == at:
                return None
            if token.tag.startswith("VB") and token.lemma in self._book.regards:
                return up
            at = up
        return None

    def doer(self, head: int, regards: bool) -> set[int] | None:
        """Who would respond, or None where that is left open."""
        tree = self._tree
        if not self.words.is_verb(head):
            return self._owner(head)
        if self._is_passive(head):
            agent = agent_of(tree, head)
            return tree.subtree(agent) if agent is not None else None
        if regards and tree.child(head, "dobj") is None:
            return None  # "would be an act of war": nobody holds it to be one
        lent = tree.tokens[head].dep == "acl"  # "reserve the right to respond", "risks losing"
        verb = tree.tokens[head].head if lent else head
        if lent and tree.tokens[verb].dep in ("dobj", "appos"):
            verb = tree.tokens[verb].head
        led = self._led(verb)
        found = led if led is not None else subject(tree, self._cues, verb)
        finite = tree.tokens[verb].head if tree.tokens[verb].dep == "xcomp" else verb
        if found is None and tree.tokens[finite].tag in ("VBZ", "NNS"):  # "Beijing reserves …"
            before = tree.children(finite, "compound", "amod")
            found = next(({at} for at in before if self._evidence.party({at}).actor), None)
        return found if found and not self._is_act(found) else None

    def _led(self, verb: int) -> set[int] | None:
        """Reads "would force Oslo to respond": whom the verb above leads to it, or who orders it."""
        tree = self._tree
        above = tree.tokens[verb].head
        if tree.tokens[verb].dep not in ("xcomp", "ccomp") or verb < above:
            return None
        led = tree.child(above, "dobj")
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        if tree.tokens[above].lemma in self._book.warnings.ordering:
            return subject(tree, self._cues, above)  # "will ask the alliance to strike"
        if led is None or not aims or not above < led < verb:
            return None
        return tree.subtree(led)

    def _owner(self, noun: int) -> set[int] | None:
        """Whose retaliation it is: "our", "Rome's", "Italian", or who takes the measures."""
        tree = self._tree
        owner = possessor(tree, noun)
        if owner and not self._is_removal(noun):
            return owner
        for before in tree.children(noun, "amod", "compound"):
            if tree.tokens[before].entity.endswith(("NORP", "GPE")):
                return {before}
        verb = tree.tokens[noun].head
        if tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in self._book.warnings.doing:
            found = subject(tree, self._cues, verb)
            return found if found and not self._is_act(found) else None
        return None

    def _is_removal(self, noun: int) -> bool:
        """Reads "expulsion from the club": whence, and not by whom."""
        tree = self._tree
        prepositions = {tree.tokens[at].lemma for at in tree.children(noun, "prep")}
        return tree.tokens[noun].lemma in self._book.warnings.removing and "from" in prepositions

    def _is_act(self, words: Collection[int]) -> bool:
        """Whether a noun phrase stands for an act, not for somebody or for what is the speaker's."""
        if self.is_own(words):
            return False
        tokens = self._tree.tokens
        head = next((at for at in sorted(words) if tokens[at].head not in words), min(words))
        if tokens[head].tag in ("DT", "WDT", "EX"):
            return True
        if tokens[head].lemma == "it":
            return self._evidence.party(words).actor is None
        return tokens[head].lemma in self._book.acts.words
