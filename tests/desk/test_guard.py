"""Whom the desk answers, and what every answer says to the browser."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

from desk.conftest import client
from sayso.stores import Store

Desk = TestClient[Any]
# The log has lines of code, and this is none.
HELD_BACK = "words of an article"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/desk.css"])
def test_every_answer_carries_the_policy(desk: Desk, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "", "10.0.0.1"])
def test_another_name_for_this_machine_is_refused(desk: Desk, host: str) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Stories" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:80", "LOCALHOST"])
def test_this_machine_goes_by_its_own_names(desk: Desk, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(empty: Store, sent: dict[str, str]) -> None:
    with client(empty) as desk:
        answer = desk.post("/read/text", files={"text": (None, "Words.")}, headers=sent)
        assert answer.status_code == 403
        assert empty.counts()["articles"] == 0


def test_what_is_not_there_is_said_without_a_trace(desk: Desk) -> None:
    answer = desk.get("/story/story_nowhere")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
    assert "/sayso/" not in answer.text


def test_a_fault_tells_nothing_of_itself(
    empty: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> str:
        raise RuntimeError(HELD_BACK)

    monkeypatch.setattr(empty, "state", broken)
    with client(empty) as desk:
        answer = desk.get("/")
    assert answer.status_code == 500
    assert "fault" in answer.text
    assert HELD_BACK not in answer.text
    assert HELD_BACK not in caplog.text


def test_too_large_an_upload_is_refused(empty: Store) -> None:
    with client(empty) as desk:
        answer = desk.post(
            "/read", files={"files": ("a.txt", b"x")}, headers={"content-length": "999999999"}
        )
        assert answer.status_code == 413


def test_pages_are_kept_by_nobody_and_alone_in_their_window(desk: Desk) -> None:
    for path in ("/", "/review", "/claims?as=json", "/nowhere"):
        headers = desk.get(path).headers
        assert headers["cache-control"] == "no-store", path
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert "server" not in headers
