"""In whose words a condition is told: the innermost telling, its cue, and the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import structs

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Attribution, Response
from sayso.model.text import Actor, Party, Span
from sayso.reading.en.conditions.announced import TELLING, announcer
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.given_time import GIVING
from sayso.reading.en.conditions.questioned import ASKING, answer_to
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MARKS = frozenset("“”\"‘’'")
_BEFORE_A_WORK = 3  # words: "in the new Danish television film"


def _words_of(party: Party) -> set[str]:
    """The words of the name and the office of somebody, in lower case."""
    return set(f"{party.role or ''} {party.name} {party.resolved or ''}".lower().split())


def is_same(one: Party | None, other: Party | None) -> bool:
    """Whether two speakers are the same by name or known to be."""
    if one is None or other is None:
        return False
    return one.name == other.name or (one.actor is not None and one.actor == other.actor)


class Tellings:
    """One article's attributions, as the words that they hold; `announce` puts in who warns by what is told."""

    def __init__(
        self,
        tree: Tree,
        attributions: list[Attribution],
        book: RedLineBook,
        actors: Sequence[Actor],
    ) -> None:
        self._tree = tree
        self._types = {actor.id: actor.type for actor in actors}
        self._lands = {actor.id: actor.country for actor in actors}
        self._attributions = attributions
        self._book = book
        self._starts = [token.start for token in tree.tokens]

    def inside(self, spans: Sequence[Span]) -> set[int]:
        """The tokens of these spans of the text."""
        return {
            index
            for span in spans
            if span.part == "text"
            for index in range(
                bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            )
        }

    def worded(self, words: Collection[int]) -> set[int]:
        """Those of these words that are no punctuation."""
        return {at for at in words if self._tree.tokens[at].pos != "PUNCT"}

    def within(self, draft: Draft) -> tuple[Draft, int | None]:
        """The condition, without the telling that may stand within it, and its innermost attribution."""
        behind = bool(draft.marker) and min(draft.marker) > max(draft.condition)
        words = self.worded(draft.marker if behind else draft.condition | draft.marker)
        excluding = self._book.warnings.excluding
        holding: list[tuple[int, int, frozenset[int]]] = []
        for number, one in enumerate(self._attributions):
            inside = self.inside(one.content)
            if not inside or not words & inside or min(words) not in inside:
                continue
            if words <= inside | set(range(min(inside), max(inside))) or draft.head in inside:
                holding.append((len(inside), number, frozenset(inside)))
        if not holding:
            told = self._broken(draft) if behind else self._rest_told(draft, None)
            return draft, self._warned_beside(draft) if told is None else told
        uttered = [one for one in holding if not self.is_told_by(one[1], excluding)]
        uttered = [one for one in uttered if not self._is_told_for(one[1], uttered)]
        _, number, inside_ = min(
            uttered or holding
        )  # who says "Oslo does not rule out …" threatens
        kept = draft.condition & inside_
        answered = self._answered(number)
        if answered is not None:
            content = self.inside(self._attributions[answered].content)
            rest = frozenset(at for at in content if self._tree.tokens[at].text not in _MARKS)
            return draft._replace(condition=kept or draft.condition, rest=rest), answered
        beside = self._rest_told(draft, number)
        if beside is not None:
            return draft, beside
        if behind and not kept:  # "told Oslo to leave. “Otherwise,” he said, …"
            kept = self._told_among(draft.condition)
            tops = (at for at in sorted(kept) if self._tree.tokens[at].head not in kept)
            draft = draft._replace(head=next(tops, draft.head))
        return (draft._replace(condition=kept) if kept else draft), number

    def _rest_told(self, draft: Draft, number: int | None) -> int | None:
        """Reads "urged Oslo not to sell it, warning of war": who tells what will follow, where that is told apart."""
        rest = self.worded(draft.rest or ())
        asked = self._attributions[number] if number is not None else None
        if draft.marker or not rest or not draft.certain:
            return None
        if asked is not None and rest & self.inside(asked.content):
            return None
        for other, one in enumerate(self._attributions):
            nobody = asked is None or asked.speaker is None
            same = nobody or (asked is not None and is_same(one.speaker, asked.speaker))
            if other != number and same and rest <= self.inside(one.content):
                return other
        return None

    def _answered(self, number: int) -> int | None:
        """Reads "asked what Oslo would do if …, she said …": the attribution of the answer."""
        asked = self._attributions[number]
        if asked.modality != "requested" or not self.is_told_by(number, ASKING):
            return None
        cues = (one.cue for one in self._attributions)
        places = [bisect_left(self._starts, cue.start) if cue is not None else None for cue in cues]
        sentences = [self._tree.sentence(at) if at is not None else None for at in places]
        return answer_to(number, self._attributions, sentences)

    def _is_told_for(self, number: int, holding: Sequence[tuple[int, int, frozenset[int]]]) -> bool:
        """Reads "Oslo has given Rome a day to leave …, its minister said": one of its own tells what a state gave."""
        giver = self._country(number)
        cue = self._attributions[number].cue
        first = bisect_left(self._starts, cue.start) if cue is not None else -1
        last = bisect_left(self._starts, cue.end) if cue is not None else -1
        gave = any(self._tree.tokens[at].lemma in GIVING for at in range(first, last))
        people = (other for _, other, _ in holding if self._is_person(other))
        others = [self._country(other) for other in people if other != number]
        return gave and giver is not None and giver in others

    def _is_person(self, number: int) -> bool:
        speaker = self._attributions[number].speaker
        return speaker is not None and self._types.get(speaker.actor or "") == "person"

    def _country(self, number: int) -> str | None:
        speaker = self._attributions[number].speaker
        return self._lands.get(speaker.actor or "") if speaker is not None else None

    def is_own(self, number: int | None, party: Party) -> bool:
        """Whether somebody is who speaks, or the state that he speaks for: "it" in his threat is another."""
        speaker = self._attributions[number].speaker if number is not None else None
        if number is None or speaker is None:
            return False
        land = self._lands.get(party.actor or "")
        return speaker.actor == party.actor or (land is not None and land == self._country(number))

    def _broken(self, draft: Draft) -> int | None:
        """Reads "Oslo has a day to leave, she said, or we will fire": the telling between the two."""
        rest = draft.rest or frozenset()
        for number, one in enumerate(self._attributions):
            if self.inside(one.content) & draft.condition and self.behind(number) & rest:
                return number
        return None

    def _warned_beside(self, draft: Draft) -> int | None:
        """Reads "threatened Oslo with war in response to any raid": what a word of warning governs beside."""
        above = set(self._tree.ancestors(draft.head))
        for number, one in enumerate(self._attributions):
            cue = self.inside((one.cue,)) if one.cue is not None else set()
            if cue & above and self.is_told_by(number, self._book.warnings.words):
                return number if (draft.rest or frozenset()) & self.inside(one.content) else None
        return None

    def _told_among(self, words: frozenset[int]) -> frozenset[int]:
        """Those of these words that are somebody's: of the last telling that begins among them."""
        told = [one.content for one in self._attributions if self.inside(one.content) & words]
        return frozenset(self.inside(told[-1]) & words) if told else words

    def is_told_by(self, number: int | None, words: Collection[str]) -> bool:
        """Whether the cue that tells the words is one of these: "warned", "threatened"."""
        cue = self._attributions[number].cue if number is not None else None
        if cue is None:
            return False
        first, last = (bisect_left(self._starts, at) for at in (cue.start, cue.end))
        told = f" {' '.join(token.lemma for token in self._tree.tokens[first:last])} "
        return any(f" {word} " in told for word in words)

    def announce(
        self, number: int | None, responses: Iterable[Response], powers: Collection[str]
    ) -> Party | None:
        """Whose deed is told where nobody is said to tell it: from here on it is read as told by him."""
        if number is None:
            return None
        said = self._attributions[number]
        doer = announcer(said, responses, powers, handed=self.is_told_by(number, TELLING))
        if doer is not None:
            self._attributions[number] = structs.replace(said, speaker=doer)
        return doer

    def threatens(self, number: int | None) -> bool:
        """Reads "threatened to close the port", "threatened Oslo with sanctions": the deed is the speaker's own."""
        if number is None or not self.is_told_by(number, self._book.warnings.threats):
            return False
        inside = self.inside(self._attributions[number].content)
        above = (self._tree.tokens[at] for at in inside if self._tree.tokens[at].dep == "pobj")
        means = any(self._tree.tokens[one.head].lemma == "with" for one in above)
        return means or (bool(inside) and self._tree.tokens[min(inside)].tag == "TO")

    def cue(self, number: int | None) -> set[int]:
        """The words by which it is told: "having threatened"."""
        cue = self._attributions[number].cue if number is not None else None
        return self.inside((cue,)) if cue is not None else set()

    def is_abroad(self, number: int | None) -> bool:
        """Whether the office or the name of who speaks is one for dealings with other powers."""
        speaker = self._attributions[number].speaker if number is not None else None
        if speaker is None:
            return False
        return bool(self._book.abroad & _words_of(speaker))

    def is_inner(self, number: int | None, responses: Sequence[Response]) -> bool:
        """Whether who speaks stands against the power of a state within it, for a guild, or for an agency that only foretells."""
        speaker = self._attributions[number].speaker if number is not None else None
        if speaker is None:
            return False
        told = f" {speaker.role or ''} {speaker.name} {speaker.resolved or ''} ".lower()
        if not any(one.own for one in responses) and any(
            f" {agency} " in told for agency in self._book.foretelling
        ):
            return True
        guild = not self._book.guilds.isdisjoint((speaker.role or "").split())
        return guild or bool(self._book.inner & _words_of(speaker))

    def behind(self, number: int) -> set[int]:
        """Reads "were Oslo to sell it, he told the paper, | it would pay": what goes on behind the telling."""
        cue = self._attributions[number].cue
        if cue is None:
            return set()
        tree = self._tree
        told = bisect_left(self._starts, cue.start)
        verb = tree.tokens[told].head
        joined = (at for at in tree.children(told, "conj") if self._is_clause(at))
        if tree.tokens[told].dep not in ("ccomp", "parataxis", "dep") or verb <= told:
            verb = next(joined, told)
        either = any(tree.tokens[at].lemma != "or" for at in tree.children(told, "cc"))
        if verb <= told or not has_modal(tree, verb) or either:
            return set()
        behind = tree.subtree(verb) - (tree.subtree(told) - tree.subtree(verb))
        first = {at for at in behind if at < told and tree.tokens[at].text != "otherwise"}
        words = {at for at in behind if tree.tokens[at].pos != "PUNCT" and at > told}
        return words if not self.worded(first) else set()

    def _is_clause(self, verb: int) -> bool:
        """Whether a verb to come has a subject of its own: no second verb of a telling."""
        return has_modal(self._tree, verb) and bool(
            self._tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        )

    def tells(self, number: int | None, phrases: Sequence[str]) -> bool:
        """Whether the sentence of the cue, outside of what was said, holds one of these phrases."""
        cue = self._attributions[number].cue if number is not None else None
        if number is None or cue is None:
            return False
        sentence = self._tree.sentences[self._tree.sentence(bisect_left(self._starts, cue.start))]
        said = self.inside(self._attributions[number].content)
        outside = [at for at in range(sentence.first, sentence.last) if at not in said]
        words = f" {' '.join(self._words(outside))} "
        return any(f" {phrase} " in words for phrase in phrases)

    def is_imagined(self, index: int) -> bool:
        """Whether the sentence tells of a made-up world: "In the new film by …, …", "Imagine …"."""
        sentence = self._tree.sentences[self._tree.sentence(index)]
        words = [
            one for one in self._words(range(sentence.first, sentence.last)) if one not in _MARKS
        ]
        if words and (words[0] in self._book.imagined or self._book.unreal.intersection(words)):
            return True
        opening = words[: words.index(",")] if "," in words else words[: 3 + _BEFORE_A_WORK]
        within = words[0] == "in" if words else False
        return within and any(
            word in self._book.works and after != "of"
            for word, after in zip(opening[2:], [*opening[3:], ""], strict=False)
        )

    def _words(self, indexes: Collection[int]) -> Iterator[str]:
        return (self._tree.tokens[at].text.lower() for at in sorted(indexes))
