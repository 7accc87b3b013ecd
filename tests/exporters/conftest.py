"""The tests here run over both databases."""

from __future__ import annotations

from databases import address, server, store

__all__ = ["address", "server", "store"]
