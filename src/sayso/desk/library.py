"""What the store tells, story by story, kept as long as the store stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.briefs import make_briefs
from sayso.collate import Collation, collate
from sayso.collate.judged import in_force
from sayso.desk.errands import Errands, StillComparing
from sayso.desk.giants import lightened, made_whole
from sayso.desk.told import Told, told_of
from sayso.errors import UsageError
from sayso.gathered import bring_up_to_date
from sayso.held import judged_ledgers
from sayso.model.collation import Claim, Story
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Selection, Store

# So many articles are compared while somebody waits for the first page.
_COMPARED_AT_ONCE = 40
# So many articles, together, do the stories of one portion have.
_OF_A_PORTION = 200


class Shelf(NamedTuple):
    """The stories at one state of the store, those first whose newest article is newest; by id and article too."""

    state: str
    stories: tuple[Story, ...]
    by_id: Mapping[str, Story]
    story_of: Mapping[str, Story]


class Portion(NamedTuple):
    """Some of many stories, with all they tell: `first` to `last` of `whole`, counted from 1.

    `number`, also from 1, is which one of the `portions` it is.
    """

    told: tuple[Told, ...]
    number: int
    portions: int
    first: int
    last: int
    whole: int


class Library:
    """Stories of one store, for several threads.

    `window` is that of the setting ``story_window``, in days. Those that were asked for last are kept with
    all they tell, as long as they have at most `most` articles together. `tellings` grows with each story
    that is compared. Whoever asks for one waits `patience` seconds for that, or until it is done; then
    StillComparing is raised, and it goes on.
    """

    def __init__(
        self, store: Store, window: int, most: int = 1_000, patience: float | None = None
    ) -> None:
        self.store = store
        self._window = window
        self._most = most
        self._errands = Errands(patience)
        self._shelf: Shelf | None = None
        self.tellings = 0
        self._told: OrderedDict[tuple[str, str, str | None], Told | None] = OrderedDict()
        self._turns: dict[tuple[str, str, str | None], threading.Lock] = {}
        self._lock = threading.RLock()

    def shelf(self) -> Shelf:
        """The stories as the store has them now."""
        state = self.store.state()
        with self._lock:
            if self._shelf is None or self._shelf.state != state:
                self._shelf = self._stacked(state)
            return self._shelf

    def told(self, story: str, as_of: str | None = None) -> Told | None:
        """A story with what it tells, as of a day (ISO date) if one is given.

        UsageError where there is no such story or day; None where none of its articles was out by then.
        """
        shelf = self.shelf()
        return self._told_at(shelf, self._story(shelf, story), as_of)

    def claim(self, story: str, claim: str) -> tuple[Told, Claim]:
        """A claim by its id, with its story; UsageError where either is not there."""
        told = self.told(story)
        found = next((one for one in told.page.claims if one.id == claim), None) if told else None
        if told is not None and found is not None:
            return told, found
        raise UsageError(f"no claim {claim} is in this story")

    def quick(self) -> Mapping[str, Told]:
        """The newest stories, as far as they are soon compared, and those that have been already; by id."""
        shelf = self.shelf()
        soon: list[Story] = []
        left = _COMPARED_AT_ONCE
        for story in shelf.stories:
            left -= len(story.articles)
            if left >= 0:
                soon.append(story)
        self._errands.wait(shelf.state, lambda: [self._compared(shelf, one) for one in soon])
        with self._lock:
            ready = {one.id: self._told.get((shelf.state, one.id, None)) for one in shelf.stories}
        return {key: told for key, told in ready.items() if told is not None}

    def portion(self, number: int, among: Collection[str] | None = None) -> Portion:
        """The stories by portions, the newest first; what is no portion's number is the nearest one's.

        `among` are articles: only stories with one of these.
        """
        wanted = None if among is None else frozenset(among)
        shelf = self.shelf()
        stories = shelf.stories
        if wanted is not None:
            stories = tuple(one for one in stories if not wanted.isdisjoint(one.articles))
        bounds = [0, *_bounds(stories)]
        number = max(1, min(number, len(bounds) - 1))
        first, end = bounds[number - 1 : number + 1] if stories else (0, 0)
        told = (self._told_at(shelf, one) for one in stories[first:end])
        return Portion(
            tuple(one for one in told if one is not None),
            number,
            max(1, len(bounds) - 1),
            first + 1,
            end,
            len(stories),
        )

    def holding(self, selection: Selection) -> tuple[str, ...]:
        """The articles that are wanted, also those of which people changed a record by hand."""
        changed = {
            footing.article
            for one in in_force(self.store.judgements())
            if one.verdict in {"corrected", "added"}
            for footing in one.on
        }
        return self.store.articles(msgspec.structs.replace(selection, always=changed))

    def naming(self, actor: str) -> tuple[str, ...]:
        """The articles that name an actor, also under the ids that people joined with it."""
        pairs = [
            {one.left, one.right}
            for one in in_force(self.store.judgements())
            if one.verdict == "same" and one.right
        ]
        ids = {actor}
        while more := {key for pair in pairs if pair & ids for key in pair} - ids:
            ids |= more
        return self.store.articles(Selection(actors=ids))

    def ledger(self, article: str) -> Ledger | None:
        """An article with its records as judged; None where there is no such article."""
        chosen = Selection(articles=frozenset((article,)))
        judgements = in_force(self.store.judgements())
        return next(judged_ledgers(self.store, chosen, judgements), None)

    def _told_at(self, shelf: Shelf, story: Story, as_of: str | None = None) -> Told | None:
        key = (shelf.state, story.id, as_of)
        with self._lock:
            if key in self._told:
                self._told.move_to_end(key)
                return self._told[key]
        found: list[Told | None] = []
        if not self._errands.wait(key, lambda: found.append(self._compared(shelf, story, as_of))):
            raise StillComparing(story)
        return found[0] if found else self._compared(shelf, story, as_of)

    def _compared(self, shelf: Shelf, story: Story, as_of: str | None = None) -> Told | None:
        key = (shelf.state, story.id, as_of)
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        # Of this story alone: to compare a long one takes minutes, and the others need not wait.
        with turn:
            with self._lock:
                held, found = key in self._told, self._told.get(key)
            if not held:
                found = self._tell(shelf, story, as_of)
            with self._lock:
                self._turns.pop(key, None)
                self.tellings += not held
                self._told[key] = found
                self._told.move_to_end(key)
                while len(self._told) > 1 and self._weight() > self._most:
                    self._told.popitem(last=False)
        return found

    def _story(self, shelf: Shelf, given: str) -> Story:
        """A story by its id, also by one that it had before it grew; UsageError where there is none."""
        found = shelf.by_id.get(given)
        if found is not None:
            return found
        became = self.store.find_stories(given) if given.startswith("story_") else ()
        if len(became) != 1:
            raise UsageError(f"no story {given} is here")
        return next(iter(self.store.stories(became)))

    def _weight(self) -> int:
        return sum(len(told.story.articles) for told in self._told.values() if told)

    def _stacked(self, state: str) -> Shelf:
        bring_up_to_date(self.store, self._window)
        stories = tuple(sorted(self.store.stories(), key=_activity, reverse=True))
        return Shelf(
            state=state,
            stories=stories,
            by_id={story.id: story for story in stories},
            story_of={article: story for story in stories for article in story.articles},
        )

    def _tell(self, shelf: Shelf, story: Story, as_of: str | None) -> Told | None:
        if as_of is not None:
            latest = self._compared(shelf, story)
            if latest is None:
                return None
            collation, articles = latest.collation, latest.articles
        else:
            collation, articles = self._collated(story)
        briefs = make_briefs(collation, as_of)
        if not briefs:
            return None
        return told_of(shelf.state, story, collation, made_whole(briefs[0], articles))

    def _collated(self, story: Story) -> tuple[Collation, Mapping[str, Article]]:
        """What the story's articles say together, and they themselves, as a whole, by id."""
        judgements = in_force(self.store.judgements())
        chosen = Selection(articles=frozenset(story.articles))
        ledgers = list(judged_ledgers(self.store, chosen, judgements))
        light = [lightened(ledger) for ledger in ledgers]
        collation = collate(light, together=True, judgements=judgements, stories=(story,))
        return collation, {ledger.article.id: ledger.article for ledger in ledgers}


def _activity(story: Story) -> tuple[str, int, str]:
    """What stories are sorted by: the day of the newest article, the number of articles, the id."""
    return (story.last.start if story.last else None) or "", len(story.articles), story.id


def _bounds(stories: Sequence[Story]) -> Iterator[int]:
    """Where portions end: each has at least one story, and no more when it has so many articles."""
    held = 0
    for number, story in enumerate(stories):
        if held and held + len(story.articles) > _OF_A_PORTION:
            yield number
            held = 0
        held += len(story.articles)
    if stories:
        yield len(stories)
