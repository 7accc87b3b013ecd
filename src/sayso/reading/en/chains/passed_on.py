"""Through whom a sentence shows that the words came: "told X", "quoted by X", "seen by X", "via X"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sayso.books.cues import CueBook
from sayso.model.ledger import How, Link
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.occasions import OccasionPhrase
from sayso.reading.en.attribution.participants import (
    CLAUSES_OF_NAME,
    agent_of,
    head_of,
    is_document,
)
from sayso.reading.en.chains.asked import askers
from sayso.reading.en.chains.carriers import Carriers
from sayso.reading.en.chains.relays import is_as_passed_on
from sayso.reading.en.chains.sighted import seen_by
from sayso.reading.tree import SUBJECTS, Tree

_NAMES = frozenset({"PROPN", "NOUN"})
_OPENING = frozenset("«„“‘")


class PassedOn:
    """Finds the links that the words around a cue show, from the outlet's side."""

    def __init__(self, evidence: Evidence, book: CueBook, carriers: Carriers) -> None:
        self._evidence = evidence
        self._tree: Tree = evidence.tree
        self._book = book
        self._carriers = carriers

    def links(self, found: Found, occasion: OccasionPhrase | None) -> Iterator[Link]:
        """A relay first, then whoever quotes the speaker or saw the document, then who was told."""
        further = [self.link(found, indexes, how) for indexes, how in found.further]
        further += self._as_reported(found)
        further += self._of_speaker(found)
        further += self._of_document(found, further)
        further += self._told(found, occasion)
        if found.relay is not None and (found.relay[0] or not further):
            words, how = found.relay
            yield self.link(found, words or self._quoted_in(found), how)
        yield from further  # "was quoted on NRK": by NRK, and nobody else

    def link(self, found: Found | None, indexes: Iterable[int], how: How) -> Link:
        """One link; of nobody, where a passive leaves out who it was."""
        words = self._in_marks(self._whole(set(indexes)))
        if not words and found is not None:
            return Link(party=None, span=self._evidence.span(found.cue), how=how)
        party = self._carriers.as_named(self._evidence.party(words))
        return Link(party=party, span=party.span or self._evidence.span(words), how=how)

    def outlet(self, occasion: OccasionPhrase | None) -> Party | None:
        """The agency or outlet that an occasion was for, or that it appeared in."""
        if occasion is None:
            return None
        noun = {self._tree.tokens[at].lemma for at in occasion.tokens}
        is_outlet = (
            self._carriers.may_be if noun & self._book.meetings else self._carriers.is_printed
        )
        for phrase in occasion.outlets:
            if is_outlet(self._evidence.party(phrase)):
                words = self._in_marks(self._whole(set(phrase)))
                return self._carriers.as_named(self._evidence.party(words))
        return None

    def _told(self, found: Found, occasion: OccasionPhrase | None) -> Iterator[Link]:
        """The first agency or outlet that was told, interviewed or published; never the article's own."""
        for indexes, how in self._candidates(found):
            words = self._newsroom_of(self._whole(indexes))
            if words is not None:
                if not self._is_own(self._evidence.party(words)):
                    yield self.link(None, words, how)
                return
        outlet = self.outlet(occasion)
        if outlet is not None and outlet.span and not self._is_own(outlet):
            yield Link(party=outlet, span=outlet.span, how="cites")

    def _newsroom_of(self, phrase: set[int]) -> set[int] | None:
        """The agency or outlet that was told; of "the BBC's Lena Roth", "a reporter for NHK" theirs."""
        told = self._evidence.party(phrase)
        first = min(phrase, default=0)
        in_marks = any(self._is_before_marks(at) for at in (*phrase, max(first - 2, 0)))
        if in_marks or self._carriers.holds(told) or self._carriers.is_titled(told):
            return phrase
        tree = self._tree
        head = head_of(tree, phrase)
        theirs = [tree.subtree(at, without=("case",)) for at in tree.children(head, "poss")]
        if tree.tokens[head].lemma in self._book.carrier_staff:
            theirs += [tree.subtree(at) for at in tree.children(head, "compound", "nmod", "amod")]
        for preposition in tree.children(head, "prep"):
            if tree.tokens[preposition].lemma in ("for", "from", "of", "with"):
                theirs += [tree.subtree(at) for at in tree.children(preposition, "pobj")]
        return next(
            (one for one in theirs if self._carriers.holds(self._evidence.party(one))), None
        )

    def _whole(self, phrase: set[int]) -> set[int]:
        """The phrase with the name that the parser took for another: "told the news agency | Delvane"."""
        tokens = self._tree.tokens
        if not phrase:
            return phrase
        phrase = self._joined(phrase)
        if tokens[max(phrase)].lemma not in self._book.carrier_kinds:
            return phrase
        after = max(phrase) + 1
        while after < len(tokens) and self._goes_on_a_name(after):
            phrase = phrase | {after}
            after += 1
        return phrase

    def _goes_on_a_name(self, at: int) -> bool:
        """Reads "Bild am Sonntag", each word of it."""
        token = self._tree.tokens[at]
        return token.pos == "PROPN" or (token.pos in _NAMES and token.text[:1].isupper())

    def _joined(self, phrase: set[int]) -> set[int]:
        """The phrase with what a hyphen joins to its end: "the newspaper Al | -Ahram"."""
        tokens, last = self._tree.tokens, max(phrase)
        after = tokens[last + 1 : last + 3]
        if len(after) < 2 or not (after[0].text == "-" and after[1].text[:1].isupper()):
            return phrase
        bare = tokens[last].end == after[0].start and after[0].end == after[1].start
        return {*phrase, last + 1, last + 2} if bare else phrase

    def _in_marks(self, phrase: set[int]) -> set[int]:
        """The name that stands in quotation marks behind its noun: "the newspaper «Slovo»"."""
        tokens = self._tree.tokens
        noun = next((at for at in sorted(phrase) if self._is_before_marks(at)), None)
        if noun is None:
            return phrase
        at = noun + 1  # the mark
        name: set[int] = set()
        at += 1
        while at < len(tokens) and tokens[at].text[:1].isupper():
            name.add(at)
            at += 1
        return name or phrase

    def _is_before_marks(self, noun: int) -> bool:
        tokens = self._tree.tokens
        if noun + 1 >= len(tokens) or tokens[noun].lemma not in self._book.carrier_kinds:
            return False
        return tokens[noun + 1].tag == "``" or tokens[noun + 1].text in _OPENING

    def _is_own(self, party: Party) -> bool:
        own = self._evidence.article.outlet
        return own is not None and own in (party.name, party.resolved)

    def _candidates(self, found: Found) -> Iterator[tuple[set[int], How]]:
        if found.hearer:
            yield found.hearer, "cites"
        if found.head < 0 or found.frame == "according":
            return
        tree = self._tree
        for participle in tree.children(found.head, "advcl"):
            agent = agent_of(tree, participle)
            is_link = is_as_passed_on(tree, participle)
            if agent is not None and tree.tokens[participle].tag == "VBN" and not is_link:
                yield tree.subtree(agent), "cites"
        for asker in askers(tree, self._book, found.head):
            yield asker, "cites"
        yield from self._where(found.head)

    def _where(self, verb: int) -> Iterator[tuple[set[int], How]]:
        """Reads "said on Sky News", "wrote in the Guardian", "via X", "said in comments to X"."""
        tree = self._tree
        for preposition in tree.children(verb, "prep"):
            word = tree.tokens[preposition].lemma
            noun = tree.child(preposition, "pobj")
            if word == "in" and noun is not None and tree.tokens[noun].lemma in self._book.carriers:
                yield from self._of_words(noun)
            if word in ("at", "on", "to", "via"):
                for governed in reversed(tree.children(preposition, "pobj")):
                    yield tree.subtree(governed), "credits" if word == "via" else "cites"
            if word in ("in", "for") and noun is not None:
                printed = tree.subtree(noun, without=CLAUSES_OF_NAME)
                if self._carriers.is_printed(self._evidence.party(printed)):
                    yield printed, "cites"

    def _quoted_in(self, found: Found) -> set[int]:
        """The paper of "was quoted in the Beacon as saying …", also one that no book knows."""
        tree = self._tree
        citing = [at for at in sorted(found.cue) if tree.tokens[at].lemma in self._book.relays]
        for preposition in (at for verb in citing for at in tree.children(verb, "prep")):
            noun = tree.child(preposition, "pobj")
            if noun is None or tree.tokens[preposition].lemma != "in":
                continue
            phrase = tree.subtree(noun, without=CLAUSES_OF_NAME)
            party = self._evidence.party(phrase)
            named = tree.tokens[noun].pos == "PROPN" and bool(tree.children(noun, "det"))
            printed = self._carriers.is_printed(party) or self._carriers.is_titled(party)
            if printed or (named and party.actor is None):
                return phrase
        return set()

    def _of_words(self, noun: int) -> Iterator[tuple[set[int], How]]:
        """Reads "in comments to X", "in remarks carried by X"."""
        tree = self._tree
        for participle in tree.children(noun, "acl"):
            agent = agent_of(tree, participle)
            how = self._book.relays.get(tree.tokens[participle].lemma)
            if agent is not None and how is not None:
                yield tree.subtree(agent), how
        for preposition in tree.children(noun, "prep"):
            for whom in tree.children(preposition, "pobj"):
                if tree.tokens[preposition].lemma == "to":
                    yield tree.subtree(whom), "cites"

    def _as_reported(self, found: Found) -> Iterator[Link]:
        """Reads "as reported by X", beside the cue or beside the speaker."""
        if found.head < 0:
            return
        between = range(max(found.speaker or {found.head}) + 1, found.head)
        for participle in (*between, *self._tree.children(found.head, "advcl")):
            lemma = self._tree.tokens[participle].lemma
            agent = agent_of(self._tree, participle)
            if agent is None or not is_as_passed_on(self._tree, participle):
                continue
            whom = self._tree.subtree(agent)
            if lemma in self._book.relays and self._carriers.may_be(self._evidence.party(whom)):
                yield self.link(found, whom, self._book.relays[lemma])

    def _of_speaker(self, found: Found) -> Iterator[Link]:
        """Reads "a spokesman quoted by X", "a memo seen by X", "the envoy, whose remarks X carried"."""
        if not found.speaker:
            return
        tree = self._tree
        head = head_of(tree, found.speaker)
        clauses = ("acl", "relcl")
        inside = [at for at in sorted(found.speaker) if tree.tokens[at].dep in clauses]
        beside = [*tree.children(head, *clauses), *inside]
        beside += [other for at in beside for other in tree.children(at, "conj")]
        for participle in dict.fromkeys(beside):
            yield from self._spoke_to(found, participle)
            lemma = tree.tokens[participle].lemma
            agent = agent_of(tree, participle)
            if agent is None and tree.tokens[participle].dep == "relcl":
                agent = tree.child(participle, *SUBJECTS)
            if (
                agent is None
                or tree.tokens[agent].pos == "PRON"
                or not (lemma in self._book.relays or lemma in self._book.sighted)
            ):
                continue
            whom = tree.subtree(agent)
            cites = self._book.relays.get(lemma) == "cites" and tree.tokens[participle].dep == "acl"
            if cites or self._carriers.may_be(self._evidence.party(whom)):
                yield self.link(found, whom, self._book.relays.get(lemma, "cites"))

    def _of_document(self, found: Found, known: Collection[Link]) -> Iterator[Link]:
        """Reads "a memo leaked to X says …", "according to a letter to the mayor, seen by X": X has it."""
        if known or not is_document(self._tree, self._book, found.speaker):
            return
        head = head_of(self._tree, found.speaker or ())
        for phrase in seen_by(self._tree, self._book, head):
            if self._carriers.may_be(self._evidence.party(phrase)):
                yield self.link(found, phrase, "cites")
                return

    def _spoke_to(self, found: Found, verb: int) -> Iterator[Link]:
        """Reads "a diplomat who spoke to X", "two guards speaking to X": X has it from them."""
        if self._tree.tokens[verb].lemma not in self._book.speaking:
            return
        for preposition in self._tree.children(verb, "prep"):
            for whom in self._tree.children(preposition, "pobj"):
                phrase = self._newsroom_of(self._tree.subtree(whom, without=CLAUSES_OF_NAME))
                to = self._tree.tokens[preposition].lemma in ("to", "with")
                if to and phrase is not None and not self._is_own(self._evidence.party(phrase)):
                    yield self.link(found, phrase, "cites")
                    return
