"""Collation: many articles together, by one function."""

from sayso.collate.collation import Collation, collate

__all__ = ["Collation", "collate"]
