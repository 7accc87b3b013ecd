"""Articles of the store by what they are called on the command line."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.stores import Store


def nothing_in(store: Store) -> str:
    """What is said where a store is asked before anything was read into it."""
    return (
        f"the store at {store.address} holds no article yet: `sayso read PATH` reads some into it"
    )


def article_named(store: Store, given: str) -> str:
    """The id of the one article meant by an id, the beginning of one, a path or an address; else UsageError."""
    found = store.find(given)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"the store at {store.address} has no article {given!r}")
    several = ", ".join(found[:3])
    raise UsageError(f"{len(found)} articles are called {given!r}: {several} …")
