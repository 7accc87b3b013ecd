"""The stories of a store, brought up to date: every article of it in one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from sayso import tongues
from sayso.books.accounts import load_accounts
from sayso.books.languages import load_languages
from sayso.books.stories import StoryBook, load_story_book
from sayso.collate.abroad import ABROAD
from sayso.collate.gathering import Gatherer, Undirected
from sayso.collate.nearness import Days, Held
from sayso.collate.sketches import (
    VERSION,
    Sketch,
    direction_of,
    packed,
    sketches_of,
    unpacked,
)
from sayso.collate.stories import miss_tongues, unread
from sayso.collate.usage import Usage, usage_of
from sayso.collate.vectors import Gauge
from sayso.errors import ModelError
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
    """What stories are made by. Sketches are kept while `sketches` stay, stories while `stories` does as well.

    `abroad` is by what articles in languages that are not read are compared; empty where nothing does that.
    """

    sketches: str
    stories: str
    abroad: str = ""

    def told(self) -> str:
        """All in a line."""
        return " ".join(filter(None, (self.sketches, self.stories, self.abroad)))


def _rules_in(line: str) -> Rules:
    return Rules(*line.split(" "))


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
    rules = _rules(limits, window, by_meaning, by_meaning and tongues.is_installed())
    if not store.waiting(rules.told()):
        return ()
    watch = watch or _unwatched
    with store.gathering() as shelf:
        _renew_rules(shelf, rules)
    meaning = load_meaning() if by_meaning else None
    told: set[str] = set()
    sketched = gathered = abroad = 0
    # As many at a time as are gathered anew: the stories of a small archive are those of one batch, and a
    # large one has its first stories long before all of it is sketched.
    portion = limits.gathered_anew
    is_last = False
    while not is_last:
        before = sketched
        for number, strange in _sketch(store, meaning, portion):
            sketched += number
            abroad += strange
            watch("sketched", sketched)
        is_last = sketched - before < portion
        gauge = Gauge(_counted(store, rules, limits), limits, by_meaning, load_accounts())
        for number, stories in _gather(store, Gatherer(gauge, window)):
            gathered += number
            told.update(stories)
            watch("gathered", gathered)
    if abroad and by_meaning and not tongues.is_installed():
        miss_tongues(abroad)
    standing = tuple(story.id for story in store.stories(told))
    log.info("%d articles were put into stories; %d are new or changed", gathered, len(standing))
    return standing


def _unwatched(step: str, done: int) -> None:
    del step, done


def _rules(limits: StoryBook, window: int, by_meaning: bool, abroad: bool) -> Rules:
    sketching = content_id("rules", (VERSION, by_meaning))
    facing = content_id("rules", (tongues.VERSION, load_languages())) if abroad else ""
    return Rules(sketching, content_id("rules", (limits, window)), facing)


def _renew_rules(shelf: Shelf, rules: Rules) -> None:
    """Start anew what other rules have made; where only `abroad` comes or goes, only who is abroad waits again."""
    scale = shelf.scale()
    if scale is None or scale.rules == rules.told():
        return
    held = _rules_in(scale.rules)
    changed = bool(held.abroad and rules.abroad and held.abroad != rules.abroad)
    if changed or (held.sketches, held.stories) != (rules.sketches, rules.stories):
        shelf.start_anew(sketched=not changed and held.sketches == rules.sketches)
        shelf.set_scale(scale._replace(rules=rules.told(), articles=0))
    if held.abroad != rules.abroad:
        shelf.leave(load_languages().read)
        if (left := shelf.scale()) is not None:
            shelf.set_scale(left._replace(rules=rules.told()))


def _sketch(store: Store, meaning: Meaning | None, most: int) -> Iterator[tuple[int, int]]:
    """Make sketches that are missing, at most so many: how many at a time, and how many of languages not read.

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
        strange = unread(found)
        model = tongues.load_tongues() if meaning and strange else None
        made = [
            (sketch.article, sketch.day, packed(sketch))
            for sketch in sketches_of(found, load_accounts(), meaning, model)
        ]
        with store.gathering() as shelf:
            shelf.sketch(made)
        done += len(made)
        yield len(made), strange


def _gather(store: Store, gatherer: Gatherer) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Put what is sketched into stories: how many articles at a time, and the ids of what was told."""
    while True:
        try:
            with store.gathering() as shelf:
                waiting = shelf.waiting(GATHERED_AT_A_TIME)
                if not waiting:
                    return
                told = tuple(story.id for story in gatherer.gather(waiting, _Archive(shelf)))
        except Undirected as found:
            # Directions take long to make: meanwhile the store is free for others.
            _direct(store, found.articles)
        else:
            yield len(waiting), told


def _direct(store: Store, articles: Sequence[str]) -> None:
    """Note the directions of articles in their sketches, some at a time."""
    model = tongues.load_tongues()
    if model is None:
        raise ModelError(f"{tongues.EXTRA} was there a moment ago")
    for at in range(0, len(articles), SKETCHED_AT_A_TIME):
        some = tuple(articles[at : at + SKETCHED_AT_A_TIME])
        chosen = store.ledgers(Selection(articles=some, bare=True))
        made = {ledger.article.id: direction_of(ledger.article, model) for ledger in chosen}
        with store.gathering() as shelf:
            held = [unpacked(data) for data in shelf.sketches(made).values()]
            shelf.sketch(
                (one.article, one.day, packed(replace(one, abroad=made[one.article])))
                for one in held
            )


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

    def directions(self, articles: Collection[str]) -> Mapping[str, bytes]:
        return {key: one.abroad for key, one in self.sketches(articles).items() if one.abroad}

    def has_abroad(self) -> bool:
        return self._shelf.has_terms(ABROAD)

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
