"""From paths to a collation: what the commands on many articles have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sayso.cli.choosing import Choice
from sayso.cli.intake import take
from sayso.cli.session import Session
from sayso.engines.local import Taking

if TYPE_CHECKING:
    from sayso.collate import Collation


@contextmanager
def collated(
    paths: Sequence[str], taking: Taking, session: Session, choice: Choice
) -> Iterator[Collation]:
    """The collation of the articles that are chosen; at the end the run's outcome is settled."""
    from sayso.collate import collate

    with take(paths, taking, session) as items:
        # One story that was asked for stays one, also where its first articles alone would be several.
        yield collate(list(choice.choose(items)), together=choice.story is not None)
