"""What somebody else makes of a document, as bytes: what passes between those who read and who asked."""

from __future__ import annotations

import traceback

import msgspec

from sayso.engines.local import Aside, LocalEngine
from sayso.errors import SaysoError, WorkerError
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument


class _Answer(msgspec.Struct, frozen=True):
    """One of the three."""

    ledger: Ledger | None = None
    quarantine: Quarantine | None = None
    fault: str | None = None


_ANSWER = msgspec.msgpack.Decoder(_Answer)


def answer(engine: LocalEngine, document: RawDocument) -> bytes:
    """Read the document. A fault of Sayso's own is part of the answer."""
    return msgspec.msgpack.encode(_answer(engine, document))


def made_of(answered: bytes, who: str) -> Ledger | Quarantine:
    """What an answer holds. WorkerError for a fault; `who` tells in its message who failed at what."""
    found = _ANSWER.decode(answered)
    made = found.ledger or found.quarantine
    if made is None:
        raise WorkerError(f"{who}: {found.fault}")
    return made


def told(error: Exception) -> str:
    """An error for those who asked: the place and not the values, which may be words of an article."""
    if isinstance(error, SaysoError):
        return str(error)
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__qualname__}\n{frames.rstrip()}"


def _answer(engine: LocalEngine, document: RawDocument) -> _Answer:
    try:
        [made] = engine.read([document])
    except Exception as error:  # noqa: BLE001  told to whoever asked, who raises it
        return _Answer(fault=told(error))
    return _Answer(ledger=made) if isinstance(made, Ledger) else _Answer(quarantine=_kept(made))


def _kept(made: Aside) -> Quarantine:
    if not isinstance(made, Quarantine):
        raise TypeError("a document is read or quarantined")
    return made
