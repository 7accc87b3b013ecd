"""The local engine: files in, ledgers out, one article after another on one core.

A stage is a function from an iterable to an iterable, so an article leaves before the last one is opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.articles import to_article
from sayso.errors import InputError
from sayso.extractors import extract_all
from sayso.inputs import Item, Skipped, read_inputs
from sayso.model.ledger import Caveat, Quarantine
from sayso.model.reading import Ledger, Reading
from sayso.model.text import Article, RawDocument
from sayso.reading import Reader
from sayso.settings import Settings

Aside = Quarantine | Skipped


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """How inputs are taken: as they are, and what is said of those that do not say it themselves.

    `published` is an ISO 8601 date or instant, `language` an ISO 639-1 code.
    """

    as_is: bool = False
    published: str | None = None
    language: str | None = None


class LocalEngine:
    """Reads documents one after another.

    The language model is loaded when the first article is there to be read, and stays.
    """

    def __init__(self, settings: Settings, taking: Taking) -> None:
        self._settings = settings
        self._taking = taking
        self._reader: Reader | None = None

    def read(self, items: Iterable[Item]) -> Iterator[Ledger | Aside]:
        """The ledger of each document, in their order, and what was left aside where it stood.

        What cannot be read comes out as a Quarantine and never stops the rest. No item is asked for before
        the last has been handed on.
        """
        for made in _articles(items, self._settings, self._taking):
            if isinstance(made, Aside):
                yield made
            else:
                yield to_ledger(self._loaded().read_one(*made))

    def prepare(self) -> None:
        """Load the language model now rather than with the first article."""
        self._loaded()

    def _loaded(self) -> Reader:
        if self._reader is None:
            chosen = self._settings
            self._reader = Reader(chosen.language_model, chosen.batch_size, chosen.reuse)
        return self._reader


def read_ledgers(
    paths: Sequence[str], settings: Settings, taking: Taking
) -> Iterator[Ledger | Aside]:
    """The ledger of each article in `paths`, in their order, and what was left aside on the way."""
    return LocalEngine(settings, taking).read(_items(paths, settings))


def read_articles(
    paths: Sequence[str], settings: Settings, taking: Taking
) -> Iterator[Ledger | Aside]:
    """The same with ledgers that hold the article alone: no language model is loaded."""
    for made in _articles(_items(paths, settings), settings, taking):
        yield made if isinstance(made, Aside) else Ledger(article=made[0])


def to_ledger(reading: Reading) -> Ledger:
    """What extraction gives of one article."""
    return Ledger(
        article=reading.article,
        mentions=reading.mentions,
        actors=reading.actors,
        declared=reading.declared,
        records=(*extract_all(reading), *reading.caveats),
    )


def _items(paths: Sequence[str], settings: Settings) -> Iterator[Item]:
    return read_inputs(paths, max_bytes=settings.max_input_bytes)


def _articles(
    items: Iterable[Item], settings: Settings, taking: Taking
) -> Iterator[tuple[Article, tuple[Caveat, ...]] | Aside]:
    for item in items:
        if not isinstance(item, RawDocument):
            yield item
            continue
        try:
            _check_lines(item, settings.max_lines)
            article, caveats = to_article(
                item,
                as_is=taking.as_is,
                published=taking.published,
                language=taking.language,
            )
            _check_length(article, settings)
        except InputError as error:
            yield _quarantined(item, str(error))
        else:
            yield article, caveats


def _check_lines(raw: RawDocument, limit: int) -> None:
    lines = raw.content.count("\n") + 1
    if lines > limit:
        raise InputError(f"it has {lines:,} lines, more than {limit:,}")


def _check_length(article: Article, settings: Settings) -> None:
    """InputError for what no article is, and what would keep the language model for minutes."""
    if len(article.text) > settings.max_article_chars:
        length, limit = len(article.text), settings.max_article_chars
        raise InputError(f"the article has {length:,} characters, more than {limit:,}")
    longest = max(map(len, article.text.splitlines()), default=0)
    if longest > settings.max_paragraph_chars:
        limit = settings.max_paragraph_chars
        raise InputError(f"a paragraph has {longest:,} characters, more than {limit:,}")


def _quarantined(raw: RawDocument, reason: str) -> Quarantine:
    return Quarantine(
        path=raw.path or raw.url or "-",
        reason=reason,
        bytes=len(raw.captured),
        sha256=hashlib.sha256(raw.captured).hexdigest(),
    )
