"""The learned decision: which of the options are attributions.

A logistic regression over sparse traits gives each cue with each of its contents a score; from the highest
down, an option is taken where its cue has no content yet and no attribution holds the same words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from sayso.books.cues import CueBook
from sayso.model.ledger import UTTERED
from sayso.reading.en.attribution.cue_candidates import frame_of
from sayso.reading.en.attribution.cue_verbs import is_unanswered
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.options import Option, options
from sayso.reading.en.attribution.participants import can_speak, head_of, is_document
from sayso.reading.en.attribution.realis import is_told
from sayso.reading.en.chains.relays import is_as_passed_on
from sayso.reading.en.names.same import OTHERS
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.tree import Tree
from sayso.weights.attributions import AttributionWeights

# Frames that the rules are sure of: the weights do not judge them.
SURE = frozenset(
    {
        "signature",
        "relay",
        "according",
        "carried",
        "before",
        "demand",
        "excluded",
        "gerund",
        "estimate",
        "hearsay",
    }
)
_LIKELY = 0.0  # log-odds: as likely as not
_HEARSAY = 1.0  # log-odds under the threshold at which the rules' hearsay is still taken
# Log-odds given beforehand to what the rules read: a clause needs good cause to go, an object little, for
# "attacked the plan" and "attacked the ship" are told apart by the weights alone.
_CREDIT, _LITTLE_CREDIT = 2.0, 0.5
_OBJECTS = frozenset({"object", "judgement"})
_COMMITTED = frozenset({"promised"})  # modalities of objects that nobody can only do


def decide(
    tree: Tree,
    book: CueBook,
    weights: AttributionWeights,
    found: Sequence[Found],
    kept: Sequence[Found],
    quoted: list[Quoted],
) -> list[Found]:
    """The attributions of a text; `found` are all that the rules read, `kept` those they take for acts."""
    groups = options(tree, book, weights.cues, found, kept, quoted)
    sure = [one for one in kept if is_sure(one)]
    chooser = Chooser(tree, book, sure)
    return chooser.choose(groups, scores(groups, weights), weights.threshold)


def is_sure(found: Found) -> bool:
    """Whether the rules alone decide."""
    return found.head < 0 or found.nested or found.frame in SURE


def trait_keys(names: Iterable[str]) -> list[int]:
    """Trait names as the weights hold them: CRC-32 of the UTF-8 bytes."""
    return [crc32(name.encode()) for name in names]


def scores(groups: Sequence[Sequence[Option]], weights: AttributionWeights) -> list[float]:
    """The log-odds of each option of each group, in order; minus infinity for one that is never taken.

    Never taken is what cannot be a statement, and what stands beside a reading that the rules keep.
    """
    made: list[float] = []
    for group in groups:
        settled = any(option.kept and option.stands for option in group)
        open_ = [option.stands and (option.kept or not settled) for option in group]
        if not any(open_):
            made.extend(-math.inf for _ in group)
            continue
        base = weights.bias + weights.total(trait_keys(group[0].cue.names))
        made.extend(
            base + weights.total(trait_keys(option.names())) if asked else -math.inf
            for option, asked in zip(group, open_, strict=True)
        )
    return made


class Chooser:
    """Takes the best options of one text, one a cue, no two over the same words; `sure` come first."""

    def __init__(self, tree: Tree, book: CueBook, sure: Sequence[Found]) -> None:
        self._tree = tree
        self._book = book
        self._letters = [len(token.text) for token in tree.tokens]
        self._sure = sure

    def choose(
        self, groups: Iterable[Sequence[Option]], scored: Sequence[float], threshold: float
    ) -> list[Found]:
        """All attributions by their cue; `scored` are the options' scores in the groups' order."""
        made = [*self._sure, *(one for _, one in self.ranked(groups, scored, threshold))]
        return sorted(made, key=lambda one: (one.head, min(one.content)))

    def ranked(
        self, groups: Iterable[Sequence[Option]], scored: Sequence[float], threshold: float
    ) -> Iterator[tuple[float, Found]]:
        """What is taken beside `sure`, the best first: a higher threshold takes the first of these."""
        every = [option for group in groups for option in group]
        fit = [pair for pair in zip(every, scored, strict=True) if pair[0].stands]
        flat = [option for option, _ in fit]
        scored = self._credited(flat, [score for _, score in fit])
        heads = {at for one in self._sure for at in (one.head, *one.cue)}
        taken = [(one, frozenset(one.content)) for one in self._sure]
        for number in sorted(range(len(flat)), key=lambda at: (-scored[at], at)):
            option = flat[number]
            content = option.candidate.content
            if scored[number] < threshold - _HEARSAY:
                break
            if scored[number] < threshold and not self._is_within(option, taken):
                continue
            if option.candidate.head in heads or self._is_taken(option, taken):
                continue
            found = self._found(option, scored[number])
            if found is not None:
                heads.add(option.candidate.head)
                taken.append((found, content))
                yield scored[number], found

    def _credited(self, flat: Sequence[Option], scored: Sequence[float]) -> list[float]:
        """The scores with what is given to the rules; where they keep a reading, its content stands."""
        settled = {one.candidate.head for one in flat if one.kept}
        return [
            score + _credit(one)
            if one.kept
            else -math.inf
            if one.candidate.head in settled
            else score
            for one, score in zip(flat, scored, strict=True)
        ]

    def _found(self, option: Option, score: float) -> Found | None:
        """The option as an attribution; None where no act took place, as in "could say", "never said".

        Not to believe or want something is an attitude to it: its content is denied.
        """
        found = as_found(self._tree, self._book, option)
        if not option.kept and self._is_misread(option, found):
            return None
        if is_unanswered(self._tree, self._book, found.head, found.content):
            return None
        if option.kept:
            return found
        if score < _LIKELY and not self._is_somebody(found.speaker):
            return None
        if is_told(self._tree, self._book, found):
            return found
        negated = any(self._tree.is_negated(at) for at in found.cue)
        if score < _LIKELY or not negated or found.act in UTTERED:
            return None
        return replace(found, modality="denied")

    def _is_misread(self, option: Option, found: Found) -> bool:
        """Whether the object is who is told, or the cue noun of "issued a warning", and no content."""
        tokens, head = self._tree.tokens, found.head
        senses = self._book.verbs.get(tokens[head].lemma, ())
        told = any("hearer" in sense.frames for sense in senses)
        whole = option.candidate.structure.startswith("dobj")
        if not found.content or (told and whole) or self._passes_on(head):
            return True
        thing = self._tree.child(head, "dobj") if tokens[head].lemma in self._book.light else None
        return thing is not None and tokens[thing].lemma in self._book.nouns

    def _passes_on(self, head: int) -> bool:
        """Reads "citing two officials", "as reported by X": whose words they are, and no words."""
        how = self._book.relays.get(self._tree.tokens[head].lemma)
        if how is None or not self._tree.tokens[head].tag.startswith("VB"):
            return False
        if is_as_passed_on(self._tree, head):
            return True
        thing = self._tree.child(head, "dobj")
        source = self._tree.subtree(thing) if thing is not None else None
        return how == "cites" and self._is_somebody(source)

    def _is_somebody(self, speaker: set[int] | None) -> bool:
        return can_speak(self._tree, self._book, speaker) or is_document(
            self._tree, self._book, speaker
        )

    def _is_taken(self, option: Option, taken: Sequence[tuple[Found, frozenset[int]]]) -> bool:
        """Whether its words are another's already."""
        content = option.candidate.content
        return any(
            self._same(content, other) and not self._is_hearsay(option, found, other)
            for found, other in taken
        )

    def _is_within(self, option: Option, taken: Sequence[tuple[Found, frozenset[int]]]) -> bool:
        """Whether it is told within what somebody else is already taken to say."""
        head = option.candidate.head
        return any(
            head in other and self._is_hearsay(option, found, other) for found, other in taken
        )

    def _is_hearsay(self, option: Option, found: Found, other: frozenset[int]) -> bool:
        """Whether one of two says by the rules that the other said so: the words are both of theirs."""
        head, _, content = option.candidate
        if option.found is None or not option.kept or (head in other) == (found.head in content):
            return False
        inner, outer = (option.found, found) if head in other else (found, option.found)
        if not inner.speaker or inner.speaker & (outer.speaker or set()):
            return False
        who = self._tree.tokens[head_of(self._tree, inner.speaker)]
        named = who.pos != "PRON" or who.text.lower() in OTHERS
        # "He said p, Bell reported": nobody is "he" before the words have named him.
        named = named or max(inner.speaker) < min(outer.speaker or {-1})
        return named or is_document(self._tree, self._book, outer.speaker)

    def _same(self, one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether two contents share half of the letters of both."""
        both = one & other
        if not both:
            return False
        shared = 2 * sum(self._letters[at] for at in both)
        return all(shared >= sum(self._letters[at] for at in whole) for whole in (one, other))


def _credit(option: Option) -> float:
    found = option.found
    little = found is not None and found.frame in _OBJECTS and found.modality not in _COMMITTED
    return _LITTLE_CREDIT if little else _CREDIT


def as_found(tree: Tree, book: CueBook, option: Option) -> Found:
    """The option as the rules would have put it."""
    if option.found is not None:
        return option.found
    head, structure, content = option.candidate
    frame = frame_of(structure)
    speaker = set(option.cue.speaker or ()) - content
    token = tree.tokens[head]
    sense = next(
        (cue for cue in book.verbs.get(token.lemma, ()) if frame in cue.frames),
        next(iter(book.verbs.get(token.lemma, ())), None),
    )
    cue = _cue(tree, book, option)
    noun = book.nouns.get(token.lemma)
    made = Found(
        head=head,
        cue=cue,
        act=book.acts.get(token.lemma, "speech"),
        frame=frame,
        speaker=speaker or None,
        content=set(content) - cue,
    )
    if token.tag.startswith("VB") and sense is not None:
        made.act, made.force = sense.act, sense.force
        made.modality = sense.modality if frame in sense.frames else None
    elif noun is not None and token.pos == "NOUN":
        made.act, made.modality = noun.act, noun.modality
    return made


def _cue(tree: Tree, book: CueBook, option: Option) -> set[int]:
    head = option.candidate.head
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.pos in ("VERB", "AUX"):
        return tree.verb_group(head) | set(tree.children(head, "agent"))
    light = token.dep == "dobj" and above.lemma in book.light
    if light or (token.dep in ("acomp", "attr") and above.pos in ("VERB", "AUX")):
        return tree.verb_group(token.head) | {head}
    return {head}
