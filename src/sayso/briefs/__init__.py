"""Briefs: what an analyst is told of a story, as a record and as text."""

from sayso.briefs.making import make_briefs

__all__ = ["make_briefs"]
