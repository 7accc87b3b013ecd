"""Articles in languages that are not read: which others they may be near to, and the stories that they join.

Words do not tell, so what title and lead mean does (``sayso.tongues``). Only those are compared that share a
word which can be seen whatever the script: a name in Latin letters, a number, a state by its name in that
language, or a word of their own language. Articles that are read are put into stories first, as if there were
no others: one in another language joins their stories, and never makes two of them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sayso.books.accounts import AccountBook
from sayso.books.languages import LanguageBook, load_languages
from sayso.books.states_abroad import load_states_abroad
from sayso.books.stories import StoryBook
from sayso.collate.linkage import Pair, linked
from sayso.collate.nearness import Holders, around, nearest
from sayso.collate.sketches import UNDATED, Sketch
from sayso.collate.vectors import NAME, WHOLE, Gauge, Portrait, Vector
from sayso.collate.words import stem_of

# Before the terms of articles that are not read, so that those that are never find them by their words.
ABROAD = "~"

_NOTHING = np.zeros(0)


class Aim(NamedTuple):
    """What an article in question is looked for by: its day and its terms, and whether it is read."""

    day: int
    terms: Vector
    is_abroad: bool


def aims_of(
    sketches: Mapping[str, Sketch], keys: Mapping[str, Vector], gauge: Gauge
) -> Mapping[str, Aim]:
    """By what each article is found: the terms that weigh most in it, beside what English has for its states."""
    return {
        key: Aim(
            sketch.day,
            {**keys[key], **_seen(sketch, gauge.book)} if sketch.language else keys[key],
            sketch.language is not None,
        )
        for key, sketch in sketches.items()
    }


def marked(terms: Vector) -> Vector:
    """Terms as they are kept of an article that is not read."""
    return {ABROAD + term: weight for term, weight in terms.items()}


def _seen(sketch: Sketch, book: AccountBook) -> Vector:
    """The states that a text in another language names, as names in English text; each weighs alike."""
    forms = (form for written in sketch.subject.forms.values() for form in written)
    words = load_states_abroad().english(sorted(forms))
    stems = {stem_of(word, book) for word in words if word not in book.function_words}
    return dict.fromkeys((NAME + stem for stem in sorted(stems)), 1.0)


def may_be_near(
    article: str, aim: Aim, held: Holders, window: int, limits: StoryBook
) -> tuple[str, ...]:
    """Those with which an article is compared by direction: by the terms they share, at most some.

    One that is not read is compared with those that are and with those that are not; one that is, with the latter.
    """
    most = load_languages().candidates
    found: list[str] = []
    for prefix in ("", ABROAD) if aim.is_abroad else (ABROAD,):
        alike: defaultdict[str, float] = defaultdict(float)
        terms = {prefix + term: weight for term, weight in aim.terms.items()}
        for days in around(aim.day, window):
            by_term = held.holders(terms.keys(), days, limits.held_by)
            for term, weight in terms.items():
                for other, its in by_term.get(term, ()):
                    alike[other] += weight * its
        alike.pop(article, None)
        found += sorted(alike, key=lambda other: (-alike[other], other))[:most]
    return tuple(found)


def near_by_direction(
    article: str,
    others: Iterable[str],
    directions: Mapping[str, bytes],
    limits: StoryBook,
) -> Mapping[str, float]:
    """Those of the others whose direction is close enough, with the cosine: the nearest, at most some."""
    facing = {key: facing_of(directions[key]) for key in (article, *others)}
    mine = facing.pop(article)
    return nearest(mine, facing, load_languages().likeness, limits)


def facing_of(direction: bytes, day: int = UNDATED) -> Portrait:
    """An article by its direction alone: the likeness of two such is their cosine."""
    known = np.frombuffer(direction, np.int8).astype(np.float64)
    length = float(np.sqrt(known @ known))
    scaled = np.rint(known * (WHOLE / length)) if length else known
    return Portrait({}, scaled, {}, {}, day, day)


class Guests(NamedTuple):
    """Articles that are not read, as portraits by direction, and all pairs that one of them is in."""

    facing: Mapping[str, Portrait]
    pairs: Collection[Pair]


def seated(
    groups: Sequence[Sequence[str]],
    guests: Guests,
    spans: Mapping[str, Portrait],
    window: int,
    together: Sequence[Sequence[str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """The groups with those articles that join them, and the groups of those that join none.

    Articles that are not read are grouped among themselves (average linkage); each such group joins the group
    in which there is the article that one of its own is nearest to, if both are near in time. `spans` have
    the days of all articles. What is `together` stays so. No order of what is given changes anything.
    """
    book = load_languages()
    seats = {key: number for number, group in enumerate(groups) for key in group}
    tables = [_Table(list(group), _span(group, spans)) for group in groups]
    taken: set[str] = set()
    for some in together:
        home = sorted(key for key in some if key in seats)
        if home:
            own = sorted(key for key in some if key in guests.facing)
            tables[seats[home[0]]].take(own, _span(own, spans))
            taken.update(own)
    seats |= {key: number for number, table in enumerate(tables) for key in table.members}
    free = {key: guests.facing[key] for key in sorted(guests.facing) if key not in taken}
    own_pairs = [pair for pair in guests.pairs if pair[0] in free and pair[1] in free]
    kept = [some for some in together if set(some) <= free.keys()]
    parties = linked(free, own_pairs, book.likeness, window, kept)
    ties = _ties(parties, guests.pairs, seats, book)
    left: list[tuple[str, ...]] = []
    for number, party in enumerate(parties):
        span = _span(party, spans)
        joined = next(
            (at for at in ties.get(number, ()) if tables[at].span.is_near(span, window)), None
        )
        if joined is None:
            left.append(party)
        else:
            tables[joined].waiting.append((party, span))
    for table in tables:
        table.seat()
    return tuple(sorted([*(tuple(sorted(table.members)) for table in tables), *left]))


class _Table:
    """A group that is being joined; who joins at one time changes nothing for the others who do."""

    def __init__(self, members: list[str], span: Portrait) -> None:
        self.members = members
        self.span = span
        self.waiting: list[tuple[Sequence[str], Portrait]] = []

    def seat(self) -> None:
        """Take in all who wait."""
        for party, span in self.waiting:
            self.take(party, span)

    def take(self, members: Iterable[str], span: Portrait) -> None:
        """Take in articles that were published on these days."""
        self.members += members
        self.span = self.span.over(span.first, span.last)


def _ties(
    parties: Sequence[Sequence[str]],
    pairs: Iterable[Pair],
    seats: Mapping[str, int],
    book: LanguageBook,
) -> Mapping[int, Sequence[int]]:
    """The groups that each party may join, the nearest first."""
    of = {key: number for number, party in enumerate(parties) for key in party}
    best: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for left, right, alike in sorted(pairs):
        for guest, host in ((left, right), (right, left)):
            if guest in of and host in seats and alike >= book.likeness:
                held = best[of[guest]]
                held[seats[host]] = max(alike, held.get(seats[host], alike))
    return {
        number: [at for _, at in sorted((-alike, at) for at, alike in held.items())]
        for number, held in best.items()
    }


def _span(articles: Iterable[str], spans: Mapping[str, Portrait]) -> Portrait:
    whole = Portrait({}, _NOTHING, {}, {})
    for key in articles:
        whole = whole.over(spans[key].first, spans[key].last)
    return whole
