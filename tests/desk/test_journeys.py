"""The desk in a real browser: the journeys that analysts make, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desk.conftest import serving
from sayso.stores import Store

pytestmark = [pytest.mark.enable_socket, pytest.mark.browser]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@contextmanager
def opened(browser: Any, **options: Any) -> Iterator[Any]:
    """A page in a browser of its own; a message of the console or a failed request fails the test."""
    context = browser.new_context(**{"viewport": DESKTOP, **options})
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("requestfailed", lambda request: troubles.append(f"{request.url} {request.failure}"))
    try:
        yield page
        assert troubles == []
    finally:
        context.close()


def test_an_empty_desk_asks_for_articles(browser: Any, empty: Store) -> None:
    with serving(empty) as address, opened(browser) as page:
        page.goto(address)
        assert page.get_by_role("heading", level=1).inner_text() == "Nothing is read yet"
        page.get_by_role("button", name="Read them").click()
        assert "Choose files first" in page.get_by_role("status").inner_text()
