"""Reading: sentences, names, times and attributions of one article."""

from sayso.reading.reader import Reader

__all__ = ["Reader"]
