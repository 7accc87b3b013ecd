"""The Reader, loaded once for the tests that need it."""

from __future__ import annotations

import pytest

from sayso.reading import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A Reader with the language model that ships."""
    return Reader()
