"""Adverse responses in a consequence: "we will close the strait", "severe repercussions", "an act of war"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.books.cues import CueBook
from sayso.books.redlines import Kind, RedLineBook
from sayso.model.reading import Response
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import has_modal, is_none
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.responders import Responders
from sayso.reading.en.conditions.responses_plain import Match
from sayso.reading.en.conditions.responses_words import ResponseWording
from sayso.reading.tree import SUBJECTS

_GOVERNED = frozenset({"xcomp", "dobj", "attr", "pobj", "prep", "acl", "ccomp"})
_FORCES = frozenset(
    {"army", "navy", "air force", "military", "troop", "soldier", "artillery", "fleet", "gunner"}
)
_CHOICES = frozenset({"choice", "option", "alternative"})
_VERBS = ("VERB", "AUX")
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
        self.by = Responders(evidence, cues, book, self.words)
        self._acts = Acts(evidence.tree, book)
        self._goods = frozenset(word for nouns in book.adverse.objects.values() for word in nouns)
        self._goods -= book.bodies.armed - book.acts.words - book.acts.sent  # "the navy will …"

    def find(self, inside: Collection[int], *, lasting: bool = False) -> tuple[Response, ...]:
        """All responses among these words, in text order; `lasting`: until something is done."""
        return tuple(self._found(inside, lasting=lasting))

    def _found(self, inside: Collection[int], *, lasting: bool) -> Iterator[Response]:
        order = sorted(inside)
        taken: set[int] = set()
        for place in range(len(order)):
            for match in self.words.matches(order, place):
                if taken & set(match.words) or self._is_asked(match.head):
                    continue
                if lasting and match.pattern.says.refusal:
                    continue
                response = self._response(match, inside)
                if response is not None:
                    taken |= set(match.words)
                    yield response
                    break

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

    # --- judging -------------------------------------------------------------------------------------

    def _response(self, match: Match, inside: Collection[int]) -> Response | None:
        says = match.pattern.says
        label = says.copular or says.held
        held = self._book.holding if says.held else self._book.regards
        labelled = self._labelled(match.head, held) if label else None
        verb = self.words.is_verb(match.head)
        unmet = (label and labelled is None) or (verb and not self.to_come(match.head))
        if unmet or self._is_unsaid(match):
            return None
        at = match.head if labelled is None else labelled
        doer = self.by.by_whom(match) or self.by.of(at, regards=labelled is not None)
        if doer and min(doer) < min(inside):  # "one more raid and Oslo | will fire"
            doer = {word for word in doer if word in inside} or doer
        everybody = doer and self.by.is_lemma(doer, self._book.bodies.everybody)
        if everybody or self._falls_on_all(match.head) or self.words.is_private(match):
            return None  # harm that is nobody's answer: "the region will burn"
        kind, doer = self._kind(match, doer)
        if kind is None or (kind == "effect" and doer and self._suffers(match.head, doer)):
            return None
        if kind == "deed" and doer and self._is_told_of_another(match.head, doer):
            return None
        modes = self.words.modes(match)
        named = says.named or (modes != says.modes and not self.words.taught(match))
        if modes == ("unspecified",) and kind == "deed" and self._is_of_forces(doer):
            modes = ("military",)
        actor = self._evidence.party(doer) if doer else None
        unknown = actor is not None and actor.actor is None
        if unknown and (kind == "effect" or (verb and kind == "answer")):
            actor = None  # what suffers, or what the reply will be, is nobody who answers
        return Response(
            span=self._evidence.span(match.words),
            kind=kind,
            actor=actor,
            own=doer is not None and (self.by.is_own(doer) or self.by.is_body(doer)),
            modes=modes,
            named=named,
        )

    def _is_told_of_another(self, verb: int, doer: Collection[int]) -> bool:
        """Reads "will tax every dollar that your firms take out": no answer, but what another does."""
        within = self._tree.tokens[verb].dep == "relcl"
        told = within and not has_modal(self._tree, verb)
        return told and not (self.by.is_own(doer) or self.by.is_body(doer))

    def _falls_on_all(self, head: int) -> bool:
        """Reads "grave consequences for the region", "the region will slide into war"."""
        tree, everybody = self._tree, self._book.bodies.everybody
        if self.words.is_verb(head):
            return False
        near = [tree.child(at, "pobj") for at in tree.children(head, "prep")]
        verb = next((at for at in tree.ancestors(head) if tree.tokens[at].pos == "VERB"), None)
        near.append(tree.child(verb, *SUBJECTS) if verb is not None else None)
        words = {at for at in near if at is not None}
        return any(
            tree.tokens[at].lemma in everybody
            for word in words
            for at in (word, *tree.children(word, "compound"))
        )

    def _kind(self, match: Match, doer: set[int] | None) -> tuple[Kind | None, set[int] | None]:
        """What kind of response it is in its place, and who would give it; None for none."""
        kind = match.pattern.says.kind
        if kind == "line":
            drawn = self._whose_line(match.words)
            return ("line", drawn) if drawn else ("effect", doer)
        if kind != "deed":  # "the gravest consequences by Oslo"
            return ("answer" if kind == "effect" and self.by.by_whom(match) else kind), doer
        if doer:  # "gas will stop flowing", "the reply will be crushing" is nobody's deed
            things = self._goods | self._book.warnings.replies
            nobody = self.by.is_lemma(doer, things) and not self._is_of_people(doer)
            return ("answer", None) if nobody else (kind, doer)
        if self.words.is_verb(match.head):
            left_open = self.by.is_passive(match.head) or self.by.led(match.head) is not None
            open_ = left_open or self._is_brought(match.head) or self._is_sent(match)
        else:
            open_ = self._is_bringing(match)
        told: Kind = "effect" if self.words.is_lawful(match) else "answer"
        return (told, None) if open_ else (None, None)

    def _is_sent(self, match: Match) -> bool:
        """Reads "rockets would fly": arms of nobody who is named, which are no act that is foretold."""
        who = self._tree.child(match.head, *SUBJECTS)
        if who is None or who not in match.words or not has_modal(self._tree, match.head):
            return False
        return self._tree.tokens[who].lemma in self._book.bodies.armed

    def _is_of_forces(self, doer: Collection[int] | None) -> bool:
        """Reads "our army will respond": by whom it is, it is by arms."""
        return bool(doer) and self.by.is_lemma(doer or (), _FORCES)

    def _is_of_people(self, doer: Collection[int]) -> bool:
        """Reads "Danish missiles will rain on them": what of a people, and armed, comes from them."""
        tokens = self._tree.tokens
        armed = self.by.is_lemma(doer, self._book.bodies.armed)
        return armed and any(tokens[at].entity.endswith(("NORP", "GPE")) for at in doer)

    def _is_unsaid(self, match: Match) -> bool:
        """Whether it is negated, or is not though its words must be, or does good."""
        says = match.pattern.says
        none_left = says.negated and not self.words.is_verb(match.head)
        negated = (
            self._is_none_of(match.head)
            if none_left
            else self._is_negated(match.head) or (says.negated and self._is_only(match.head))
        )
        negated = negated or (says.negated and self._is_of_nothing(match.head))
        negated = negated or self.words.are_none(match)
        if not says.negated and self._is_but_if(match.head):
            return True
        return says.negated != negated or self.words.relieves(match) or self.words.is_ended(match)

    def _is_but_if(self, verb: int) -> bool:
        """Reads "will only send troops if it is paid": what is set on it is granted, not threatened."""
        tree = self._tree
        only = (at for at in tree.children(verb, "advmod") if tree.tokens[at].lemma == "only")
        return any(at < verb for at in only) and bool(tree.children(verb, "advcl"))

    def _is_none_of(self, noun: int) -> bool:
        """Reads "no gas will flow", "will not sell gas", never "did not threaten to cut gas"."""
        tree = self._tree
        verb = next((at for at in tree.ancestors(noun) if tree.tokens[at].pos in _VERBS), noun)
        return is_none(tree, noun) or is_none(tree, verb) or self._is_only(verb)

    def _is_of_nothing(self, verb: int) -> bool:
        """Reads "will deliver nothing further", "would issue no visas"."""
        tree = self._tree
        things = tree.children(verb, "dobj")
        return any(tree.tokens[min(tree.subtree(at))].lemma in ("no", "nothing") for at in things)

    def _suffers(self, verb: int, doer: Collection[int]) -> bool:
        """Whether it would be to one's own cost: "we will pay for it"."""
        tree = self._tree
        paid = self.words.is_verb(verb) and tree.tokens[verb].lemma in self._book.warnings.paying
        return paid and (self.by.is_own(doer) or self.by.is_body(doer))

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
        opening = [at for at in tree.children(verb or raised, "prep") if at < raised]
        for preposition in (
            *(at for word in words for at in tree.children(word, "prep")),
            *opening,
        ):
            governed = tree.child(preposition, "pobj")  # "for Oslo, arming them is a red line"
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

    def to_come(self, verb: int) -> bool:
        """Not told as past: "would strike", "will have to", "to strike", never "struck"."""
        token = self._tree.tokens[verb]
        auxiliaries = self._tree.children(self.by.first_of(verb), "aux", "auxpass")
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
        doing = raised is not None and tree.tokens[raised].dep == "csubj"
        if raised is None or not (doing or tree.tokens[raised].lemma in self._book.acts.hostile):
            return False
        return has_modal(tree, verb) and tree.tokens[verb].lemma in self._book.warnings.bringing

    def _labelled(self, head: int, regards: Collection[str]) -> int | None:
        """The verb that says what something is, or is held to be."""
        far = False
        for step, up in enumerate(self._tree.ancestors(head)):
            token = self._tree.tokens[up]
            if step >= _NEAR and not far:
                break
            if token.tag.startswith("VB") and token.lemma in regards:
                return up
            # the parser hangs many an "as" on the last word before it
            far = far or token.lemma == "as"
        return None
