"""In a real browser: signing in and out, and a record that is judged and given back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.conftest import read_into, serving
from desk.test_journeys import opened
from sayso.desk.accounts import Accounts
from sayso.stores import Store

pytestmark = [pytest.mark.enable_socket, pytest.mark.browser]

PASSWORD = "a heron on the quay"
TEXT = """Harbour to close

Published: 4 May 2021

The harbour will close in June, the harbour master, Edda Molnar, told reporters on Tuesday.

"Nobody asked us," the captain, Ivo Brandt, said.
"""


@pytest.fixture
def harbour(empty: Store, tmp_path: Path) -> Store:
    (tmp_path / "wire.txt").write_text(TEXT)
    read_into(empty, [tmp_path / "wire.txt"])
    return empty


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path / "accounts.json")
    made.add("ann", "analyst", PASSWORD)
    return made


def go(page: Any, address: str) -> None:
    page.goto(address, wait_until="networkidle")


def press(page: Any, target: Any) -> None:
    """Click what leads to another page, and let that come to rest: what is broken off would count as failed."""
    with page.expect_navigation(wait_until="networkidle"):
        target.click()


def sign_in(page: Any) -> None:
    page.get_by_label("Name", exact=True).fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, page.get_by_role("button", name="Sign in"))


def test_signing_in_and_out(browser: Any, harbour: Store, accounts: Accounts) -> None:
    with serving(harbour, accounts) as address, opened(browser) as page:
        go(page, f"{address}/claims")
        assert page.get_by_role("heading", level=1).inner_text() == "Sign in"
        sign_in(page)
        assert page.url == f"{address}/claims"
        assert page.get_by_role("heading", level=1).inner_text() == "Claims"
        assert page.evaluate("document.cookie") == ""
        press(page, page.get_by_role("button", name="Sign out"))
        go(page, f"{address}/claims")
        assert page.get_by_role("heading", level=1).inner_text() == "Sign in"


def test_a_record_is_rejected_and_given_back(
    browser: Any, harbour: Store, accounts: Accounts
) -> None:
    with serving(harbour, accounts) as address, opened(browser) as page:
        go(page, address)
        sign_in(page)
        press(page, page.get_by_role("link", name="Harbour to close").first)
        press(page, page.locator('a[href^="/article/"]').first)
        article = page.url.partition("#")[0]
        record = page.locator("li.record", has_text="Ivo Brandt").first
        press(page, record.get_by_role("link", name="Review"))
        form = page.locator('form[action="/review/reject"]')
        form.get_by_label("Why").fill("said in jest")
        press(page, form.get_by_role("button"))
        told = page.locator("ol.log > li").first.inner_text()
        for words in ("rejected", "in force", "said in jest", "ann"):
            assert words in told
        go(page, article)
        assert page.locator("li.record", has_text="Ivo Brandt").count() == 0
        press(page, page.get_by_role("link", name="Review", exact=True).first)
        press(page, page.get_by_role("button", name="Undo"))
        assert "undone" in page.locator("ol.log > li").first.inner_text()
        go(page, article)
        assert page.locator("li.record", has_text="Ivo Brandt").count() > 0
    assert [one.author for one in harbour.judgements()] == ["ann", "ann"]
