"""From articles to a collation: what the commands on many articles have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sayso.cli.choosing import Choice
from sayso.cli.session import Session
from sayso.cli.supply import chosen
from sayso.engines.local import Taking

if TYPE_CHECKING:
    from sayso.collate import Collation


@contextmanager
def collated(
    paths: Sequence[str] | None, taking: Taking, session: Session, choice: Choice
) -> Iterator[Collation]:
    """The collation of the articles that are chosen; at the end the run's outcome is settled."""
    from sayso.collate import collate

    with chosen(paths, taking, session, choice, with_stories=True) as supplied:
        # One story that was asked for stays one, also where its first articles alone would be several.
        yield collate(
            list(supplied.ledgers),
            together=choice.story is not None,
            judgements=supplied.judgements,
            stories=supplied.stories,
            window=session.settings.story_window,
        )
