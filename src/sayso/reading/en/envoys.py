"""Whose envoy somebody is, where only the sentence tells: "conveyed to Lima through Ambassador A in Quito"."""

from __future__ import annotations

from sayso.reading.en.names import Names
from sayso.reading.en.page import Page


def with_hosts(page: Page, names: Names) -> Names:
    """The names, with the states of envoys that are given by the state at the other end."""
    return names
