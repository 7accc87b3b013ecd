"""The golden sentences of events as values, and what Sayso gives for them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sayso.extractors.events import extract
from sayso.model.ids import digest_id
from sayso.model.ledger import Event
from sayso.model.text import Article, Party
from sayso.reading import Reader

FILE = Path(__file__).with_name("events.toml")


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with the one event that it tells, or none. `reported`: only measured, never tuned on."""

    text: str
    type_: str | None = msgspec.field(default=None, name="is")
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reported: bool = False

    @property
    def article(self) -> Article:
        """The sentence as an article."""
        digest = digest_id("article", self.text.encode())
        return Article(id=digest, text_sha256=digest, language="en", text=self.text)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sentences: tuple[Sentence, ...]


def load_sentences() -> tuple[Sentence, ...]:
    """All golden sentences of events."""
    return msgspec.toml.decode(FILE.read_bytes(), type=_File).sentences


def events_of(reader: Reader, sentence: Sentence) -> tuple[Event, ...]:
    """What Sayso gives for a sentence."""
    return tuple(extract(reader.read_one(sentence.article)))


def is_right(sentence: Sentence, events: tuple[Event, ...]) -> bool:
    """Whether the event is there, alone, with its type, mode and parties."""
    if sentence.type_ is None:
        return not events
    if len(events) != 1:
        return False
    event = events[0]
    name, _, mode = sentence.type_.partition(".")
    return (
        event.type == name
        and (not mode or event.mode == mode)
        and _named(sentence.actors, event.actors)
        and _named(sentence.recipients, event.recipients)
    )


def _named(names: tuple[str, ...], parties: tuple[Party, ...]) -> bool:
    return all(any(name in party.name for party in parties) for name in names)
