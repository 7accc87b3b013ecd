"""Who passes words on by trade: agencies and outlets, known to the books or named as such in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from sayso.books.cues import CueBook
from sayso.model.text import NEWSROOMS, ActorType, Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import head_of

_NAMING = ("compound", "amod", "nmod", "appos", "poss")
_PERHAPS = (None, "organisation", "company", "person")  # what an unknown paper may be taken for
_OTHERS = ("state", "government", "armed_group", "person")


class Carriers:
    """Tells agencies and outlets from other parties; `types` are the actors' types by id."""

    def __init__(self, evidence: Evidence, book: CueBook, types: Mapping[str, ActorType]) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._types = types
        self._held: dict[Party, bool] = {}  # asked for the same parties again and again
        self._named = frozenset(self._told_elsewhere())

    def is_known(self, party: Party) -> bool:
        """Whether the books, or the text's own words for it elsewhere, have it as an agency or an outlet."""
        return party.actor is not None and self._types.get(party.actor) in NEWSROOMS

    def holds(self, party: Party) -> bool:
        """Whether a party is an agency or an outlet: "Reuters", "the weekly Profil", "state television"."""
        if party not in self._held:
            self._held[party] = self._holds(party)
        return self._held[party]

    def _holds(self, party: Party) -> bool:
        if self.is_known(party):
            return True
        if party.span is None or (party.count or 0) > 1:
            return False
        phrase = self._evidence.within(party.span)
        named = party.name.removeprefix("the ") in self._named
        if named and self._types.get(party.actor or "") not in _OTHERS:
            return True
        if phrase and self._is_branch(phrase):
            return True
        if self._has_title(party) and self._types.get(party.actor or "") in _PERHAPS:
            return True
        if not phrase or (self._is_person(party) and not self._is_told_as_one(phrase)):
            return False
        return self._by_kind(phrase)

    def _told_elsewhere(self) -> Iterator[str]:
        """The names that the text calls a newspaper, a station, an agency: "the Quay newspaper", "the daily Quay"."""
        tokens = self._tree.tokens
        for noun, token in enumerate(tokens):
            if token.lemma not in self._book.carrier_telling or token.tag != "NN":
                continue
            low, high = noun, noun + 1
            while low and tokens[low - 1].pos == "PROPN" and self._is_in_one(low - 1, noun):
                low -= 1
            while (
                high < len(tokens) and tokens[high].pos == "PROPN" and self._is_in_one(high, noun)
            ):
                high += 1
            article = self._evidence.article
            first, last = (noun + 1, high) if high > noun + 1 else (low, noun)
            if first < last:
                text = article.part(self._evidence.part)
                yield text[tokens[first].start : tokens[last - 1].end]

    def _is_in_one(self, one: int, other: int) -> bool:
        return self._tree.sentence(one) == self._tree.sentence(other)

    def _is_branch(self, phrase: set[int]) -> bool:
        """Reads "Interfax-Ukraine": an agency's name with a place, joined by a hyphen."""
        tokens, names = self._tree.tokens, sorted(phrase)
        if len(names) < 3 or tokens[names[1]].text != "-" or names[2] != names[0] + 2:
            return False
        places = all(tokens[at].text[:1].isupper() for at in names[2:])
        return places and self.is_known(self._evidence.party({names[0]}))

    def as_named(self, party: Party) -> Party:
        """A newspaper that is named after a city is not that city's state, and an agency is nobody."""
        other = party.actor is not None and self._types.get(party.actor) in _OTHERS
        return replace(party, resolved=None, actor=None) if other and self.holds(party) else party

    def may_be(self, party: Party) -> bool:
        """Whether the name of an organisation may be an outlet's, where only an outlet is to be expected."""
        if self.holds(party) or self.is_titled(party):
            return True
        if party.span is None or party.actor is None:
            return False
        return self._types.get(party.actor) in ("organisation", "company")

    def is_titled(self, party: Party) -> bool:
        """Whether a name that no book knows reads as a paper's or a station's.

        "Le Soir", "the Lisvane Standard", "Radio Lisvane".
        """
        name = party.name.replace("’", "'").removeprefix("the ").removeprefix("The ")
        first, _, rest = name.partition(" ")
        if self._types.get(party.actor or "") not in _PERHAPS:
            return False
        if self._has_title(party) or self._starts_as_one(party):
            return True
        elided = first[:2].lower() == "l'" and first[2:3].isupper()
        article = first[:1].isupper() and first.lower() in self._book.carrier_articles
        return elided or (article and rest.istitle())

    def is_printed(self, party: Party) -> bool:
        """Whether words can stand in it: "wrote in the Lisvane Standard", but not in La Paz."""
        return self.holds(party) or self._has_title(party) or self._starts_as_one(party)

    def _starts_as_one(self, party: Party) -> bool:
        """Reads "Radio Lisvane", "Kanal 7", by the first word of the name."""
        first, _, rest = party.name.removeprefix("the ").removeprefix("The ").partition(" ")
        named = first[:1].isupper() and (rest.istitle() or rest.isdigit())
        return named and first.lower() in self._book.carrier_starts

    def _has_title(self, party: Party) -> bool:
        """Reads "the Lisvane Standard", "the Examiner", by the last word of the name behind the article."""
        name = party.name.removeprefix("the ").removeprefix("The ")
        titled = name.istitle() and len(name) < len(party.name)
        return titled and name.split()[-1].lower() in self._book.carrier_titles

    def _is_person(self, party: Party) -> bool:
        return party.actor is not None and self._types.get(party.actor) == "person"

    def _is_told_as_one(self, phrase: set[int]) -> bool:
        """Reads "Delvane, a private news agency", "the broadcaster TV Nord": a name that the text explains."""
        tokens = self._tree.tokens
        after = self._tree.children(head_of(self._tree, phrase), "appos")
        if any(tokens[at].lemma in self._book.carrier_kinds for at in after):
            return True
        names = [at for at in sorted(phrase) if tokens[at].text[:1].isupper()]
        leading = [at for at in phrase if tokens[at].lemma in self._book.carrier_kinds]
        opening = self._tree.sentences[self._tree.sentence(min(phrase))].first
        return any(
            at + 1 in names and (tokens[at].text.islower() or at == opening) for at in leading
        )

    def _by_kind(self, phrase: set[int]) -> bool:
        head = head_of(self._tree, phrase)
        tokens = self._tree.tokens
        if any(tokens[at].tag == "PRP$" for at in self._tree.children(head, "poss")):
            return False
        beside = [at for at in self._tree.children(head, *_NAMING) if at in phrase]
        kinds = [at for at in (head, *beside) if tokens[at].lemma in self._book.carrier_kinds]
        if not kinds or tokens[kinds[0]].pos not in ("NOUN", "PROPN"):
            return False
        if not tokens[head].text[0].isupper() and head not in kinds:
            return False
        kind = tokens[kinds[0]]
        if kind.lemma in self._book.carrier_undertakings and kind.text.istitle():
            return False  # "the World Food Programme"
        if kind.lemma != "agency":
            return kind.tag != "NNS" or kind.lemma not in self._book.documents
        words = [at for at in phrase - {kinds[0]} if tokens[at].pos not in ("DET", "PUNCT", "PART")]
        small = [at for at in words if tokens[at].text[0].islower()]
        told = {tokens[at].lemma for at in small} <= self._book.carrier_adjectives
        return bool(words) and told
