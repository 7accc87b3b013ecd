"""Which articles are wanted: those of one story, and those that were out by a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.model.finding import days_of
from sayso.model.ids import by_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A story by its id or the beginning of it, and the day (an ISO date) as of which it is told."""

    story: str | None = None
    as_of: str | None = None

    def choose(self, items: Iterable[Ledger | Quarantine], window: int) -> Iterator[Ledger]:
        """The ledgers that are wanted. Without a story, each as it comes.

        `window` is that of ``collate.stories.find_stories``. An undated article stays whatever the day: nothing tells that it is later. UsageError where no
        story has that id, or several have.
        """
        ledgers = (item for item in items if isinstance(item, Ledger))
        return (ledger for ledger in self.of_story(ledgers, window) if self._was_out(ledger))

    def of_story(self, ledgers: Iterable[Ledger], window: int) -> Iterable[Ledger]:
        """The ledgers of the story, whatever the day."""
        if self.story is None:
            return ledgers
        from sayso.collate.stories import find_stories

        held = list(ledgers)
        stories = find_stories([ledger.article for ledger in held], window=window)
        chosen = frozenset(by_id(self.story, stories, "story").articles)
        return [ledger for ledger in held if ledger.article.id in chosen]

    def _was_out(self, ledger: Ledger) -> bool:
        days = days_of(ledger.article.published)
        return self.as_of is None or days is None or days[0] <= self.as_of


def short_id(identifier: str) -> str:
    """The beginning of an id that is shown, and that commands take: ``claim_k3jx5z2w``."""
    kind, _, digest = identifier.rpartition("_")
    return f"{kind}_{digest[:8]}"
