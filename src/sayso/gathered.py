"""The stories of a store, brought up to date: every article of it in one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import msgspec

from sayso.books.accounts import load_accounts
from sayso.books.stories import StoryBook, load_story_book
from sayso.collate.gathering import Gatherer
from sayso.collate.nearness import Days, Held
from sayso.collate.sketches import VERSION, Sketch, packed, sketches_of, unpacked
from sayso.collate.usage import Usage, usage_of
from sayso.collate.vectors import Gauge
from sayso.meaning import Meaning, is_installed, load_meaning
from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.stores import Selection, Store
from sayso.stores.gathering import Scale, Shelf

log = logging.getLogger(__name__)

# Articles that are sketched in one transaction, and that are put into stories in one: some seconds.
SKETCHED_AT_A_TIME = 50
GATHERED_AT_A_TIME = 100

# Is told which step ("sketched", "gathered") has how many articles done.
Watch = Callable[[str, int], None]

_USAGE = msgspec.msgpack.Decoder(Usage)


class Rules(msgspec.Struct, frozen=True):
    """What stories are made by. Sketches are kept while `sketches` stay, stories while both do."""

    sketches: str
    stories: str

    def told(self) -> str:
        """Both in a line."""
        return f"{self.sketches} {self.stories}"


def bring_up_to_date(
    store: Store, window: int, *, words_alone: bool = False, watch: Watch | None = None
) -> tuple[str, ...]:
    """Put all articles of the store into stories; the ids of those that were told anew and stand.

    `window` as for ``collate.stories.find_stories``; with `words_alone` nobody asks what leads mean. Another
    process may do the same meanwhile: each portion is done once, and a run that was stopped goes on where
    it was. Stories are grouped anew when the window or what they are made by has changed, and, while the
    archive is small, when it has grown much since it was counted how usual words are.
    """
    limits = load_story_book()
    by_meaning = is_installed() and not words_alone
    rules = _rules(limits, window, by_meaning)
    if not store.waiting(rules.told()):
        return ()
    watch = watch or _unwatched
    with store.gathering() as shelf:
        _renew_rules(shelf, rules)
    meaning = load_meaning() if by_meaning else None
    told: set[str] = set()
    sketched = gathered = 0
    # As many at a time as are gathered anew: the stories of a small archive are those of one batch, and a
    # large one has its first stories long before all of it is sketched.
    portion = limits.gathered_anew
    is_last = False
    while not is_last:
        before = sketched
        for number in _sketch(store, meaning, portion):
            sketched += number
            watch("sketched", sketched)
        is_last = sketched - before < portion
        gauge = Gauge(_counted(store, rules, limits), limits, by_meaning, load_accounts())
        for number, stories in _gather(store, Gatherer(gauge, window)):
            gathered += number
            told.update(stories)
            watch("gathered", gathered)
    standing = tuple(story.id for story in store.stories(told))
    log.info("%d articles were put into stories; %d are new or changed", gathered, len(standing))
    return standing


def _unwatched(step: str, done: int) -> None:
    del step, done


def _rules(limits: StoryBook, window: int, by_meaning: bool) -> Rules:
    sketching = content_id("rules", (VERSION, by_meaning))
    return Rules(sketching, content_id("rules", (limits, window)))


def _renew_rules(shelf: Shelf, rules: Rules) -> None:
    scale = shelf.scale()
    if scale is not None and scale.rules != rules.told():
        shelf.start_anew(sketched=scale.rules.startswith(f"{rules.sketches} "))
        shelf.set_scale(scale._replace(rules=rules.told(), articles=0))


def _sketch(store: Store, meaning: Meaning | None, most: int) -> Iterator[int]:
    """Make sketches that are missing, at most so many: how many at a time.

    What two processes make of one article is equal.
    """
    done = 0
    while done < most:
        with store.gathering() as shelf:
            missing = shelf.unsketched(min(SKETCHED_AT_A_TIME, most - done))
        if not missing:
            return
        chosen = store.ledgers(Selection(articles=missing, bare=True))
        found = [ledger.article for ledger in chosen]
        made = [
            (sketch.article, sketch.day, packed(sketch))
            for sketch in sketches_of(found, load_accounts(), meaning)
        ]
        with store.gathering() as shelf:
            shelf.sketch(made)
        done += len(made)
        yield len(made)


def _gather(store: Store, gatherer: Gatherer) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Put what is sketched into stories: how many articles at a time, and the ids of what was told."""
    while True:
        with store.gathering() as shelf:
            waiting = shelf.waiting(GATHERED_AT_A_TIME)
            if not waiting:
                return
            told = tuple(story.id for story in gatherer.gather(waiting, _Archive(shelf)))
        yield len(waiting), told


def _counted(store: Store, rules: Rules, limits: StoryBook) -> Usage:
    """How usual words are, counted anew where the store has outgrown the count.

    A small archive is then gathered anew as a whole. A large one is not: its stories stay, and what comes
    is compared by the new count.
    """
    with store.gathering() as shelf:
        scale = shelf.scale()
        outgrown = scale is None or shelf.has_sketched(limits.recounted * scale.articles)
        if scale is None or outgrown or not scale.scale:
            if outgrown and (scale is None or scale.articles <= limits.gathered_anew):
                shelf.start_anew(sketched=True)
            number = shelf.sketched() if scale is None or outgrown else scale.articles
            usage = _usage(shelf, limits.counted_articles)
            scale = Scale(rules.told(), number, msgspec.msgpack.encode(usage))
            shelf.set_scale(scale)
        return _USAGE.decode(scale.scale)


def _usage(shelf: Shelf, most: int) -> Usage:
    return usage_of(unpacked(data).subject for data in shelf.first_sketches(most))


class _Archive:
    """A shelf as the corpus that stories are gathered in."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def holders(self, terms: Collection[str], days: Days, most: int) -> Held:
        return self._shelf.holders(terms, days.first, days.last, most)

    def sketches(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        return {key: unpacked(data) for key, data in self._shelf.sketches(articles).items()}

    def add(self, found: Iterable[tuple[str, int, Mapping[str, float]]]) -> None:
        self._shelf.add(found)

    def link(self, near: Mapping[str, Mapping[str, float]]) -> None:
        self._shelf.link(near)

    def links(self, articles: Collection[str], most: int) -> Mapping[str, Mapping[str, float]]:
        return self._shelf.links(articles, most)

    def stories(self, articles: Collection[str]) -> Mapping[str, str]:
        return self._shelf.stories(articles)

    def members(self, stories: Collection[str]) -> Mapping[str, frozenset[str]]:
        return self._shelf.members(stories)

    def told(self, stories: Collection[str]) -> Mapping[str, Story]:
        return {story.id: story for story in self._shelf.told(stories)}

    def tell(self, stories: Collection[Story]) -> None:
        self._shelf.tell(stories)
