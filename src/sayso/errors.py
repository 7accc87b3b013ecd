"""Sayso's errors.

SaysoError
├── UsageError        wrong usage: the command line exits with 2
│   └── JudgementError   a judgement that does not fit what it is about: exit 2
├── InputError        an input that cannot be read: it is quarantined, never raised past inputs
├── NothingRead       no input could be read: exit 3
├── SettingError      a setting has no such name, or a value it cannot take: exit 2
├── ModelError        the language model is missing or is not the one whose digest is known: exit 4
├── BookError         an entry of the books is broken: exit 4
├── WeightsError      trained weights are not those that their card describes: exit 4
├── TrainingError     data that is not what the trainer reads: exit 4
├── StoreError        the store is lost, in use, or made by a newer Sayso: exit 4
│   └── NoStore       there is no store yet where one is asked: exit 2
├── ExchangeError     files for exchange that cannot be written, or are no export of Sayso: exit 4
├── WorkerError       a process that read articles died: exit 4
├── OutputError       standard output takes nothing more: exit 4
└── SpanError         a span that is not its text: a fault of Sayso's own, exit 4
"""

from __future__ import annotations


class SaysoError(Exception):
    """Anything that Sayso raises on purpose."""

    exit_code = 4


class UsageError(SaysoError):
    """Wrong usage."""

    exit_code = 2


class JudgementError(UsageError):
    """A judgement that does not fit the record that it is about."""


class InputError(SaysoError):
    """An input that cannot be read, with the reason as its message."""


class NothingRead(SaysoError):
    """No input could be read."""

    exit_code = 3


class SettingError(SaysoError):
    """A setting that does not exist, or a value that it cannot take."""

    exit_code = 2


class ModelError(SaysoError):
    """The language model is missing or is not the one whose digest is known."""


class BookError(SaysoError):
    """An entry of the books is broken."""


class WeightsError(SaysoError):
    """Trained weights are of another version, or not those that their card describes."""


class TrainingError(SaysoError):
    """A folder that is not the data that the trainer reads."""


class StoreError(SaysoError):
    """The store cannot be reached, cannot be written, or is no store that this Sayso knows."""


class NoStore(StoreError):
    """There is no store yet where one is asked."""

    exit_code = 2


class ExchangeError(SaysoError):
    """Files for exchange that are there already, cannot be written, or are no export of this Sayso."""


class WorkerError(SaysoError):
    """A process that read articles died."""


class OutputError(SaysoError):
    """Standard output is closed, or its disk is full."""


class SpanError(SaysoError):
    """A span that is not its text."""
