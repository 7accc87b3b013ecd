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


def sign_in(page: Any) -> None:
    page.get_by_label("Name", exact=True).fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_signing_in_and_out(browser: Any, harbour: Store, accounts: Accounts) -> None:
    with serving(harbour, accounts) as address, opened(browser) as page:
        page.goto(f"{address}/claims")
        assert page.get_by_role("heading", level=1).inner_text() == "Sign in"
        sign_in(page)
        page.wait_for_url(f"{address}/claims")
        assert page.get_by_role("heading", level=1).inner_text() == "Claims"
        assert page.evaluate("document.cookie") == ""
        page.get_by_role("button", name="Sign out").click()
        page.goto(f"{address}/claims")
        assert page.get_by_role("heading", level=1).inner_text() == "Sign in"


def test_a_record_is_rejected_and_given_back(
    browser: Any, harbour: Store, accounts: Accounts
) -> None:
    with serving(harbour, accounts) as address, opened(browser) as page:
        page.goto(address)
        sign_in(page)
        page.get_by_role("link", name="Harbour to close").first.click()
        page.locator('a[href^="/article/"]').first.click()
        article = page.url.partition("#")[0]
        record = page.locator("li.record", has_text="Ivo Brandt").first
        record.get_by_role("link", name="Review").click()
        form = page.locator('form[action="/review/reject"]')
        form.get_by_label("Why").fill("said in jest")
        form.get_by_role("button").click()
        told = page.locator("ol.log > li").first.inner_text()
        for words in ("rejected", "in force", "said in jest", "ann"):
            assert words in told
        page.goto(article)
        assert page.locator("li.record", has_text="Ivo Brandt").count() == 0
        page.get_by_role("link", name="Review", exact=True).first.click()
        page.get_by_role("button", name="Undo").click()
        assert "undone" in page.locator("ol.log > li").first.inner_text()
        page.goto(article)
        assert page.locator("li.record", has_text="Ivo Brandt").count() > 0
    assert [one.author for one in harbour.judgements()] == ["ann", "ann"]
