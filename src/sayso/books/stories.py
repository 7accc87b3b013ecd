"""Thresholds by which articles are gathered into stories."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from sayso.books.load import parse_book
from sayso.errors import BookError


class StoryBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The thresholds; ``stories.toml`` says what each one means."""

    measured: str
    likeness: float
    likeness_with_meaning: float
    meaning_share: float
    names_share: float
    central_share: float
    central_names: int
    unseen_articles: int
    unseen_holders: int
    counted_articles: int
    recounted: float
    gathered_anew: int
    key_terms: int
    key_likeness: float
    held_by: int
    candidates: int
    neighbours: int
    regrouped: int
    regrouped_for_each: int
    titled_by: int
    keywords: int
    whole_name_share: float


@cache
def load_story_book() -> StoryBook:
    """The story book; BookError where a threshold is missing or is not a number."""
    try:
        return parse_book(
            files("sayso.books").joinpath("stories.toml").read_text("utf-8"), StoryBook
        )
    except BookError as error:
        raise BookError(f"stories.toml: {error}") from error
