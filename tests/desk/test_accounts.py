"""Accounts, sessions and roles: who gets in, for how long, and what they may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from litestar.testing import TestClient

from desk.conftest import ADDRESS
from sayso.desk.accounts import ROLES, Accounts
from sayso.desk.admitting import own_place
from sayso.desk.app import make_app
from sayso.desk.app import page_handlers as pages_of_the_desk
from sayso.desk.door import Door
from sayso.errors import StoreError, UsageError
from sayso.settings import Settings
from sayso.stores import Store

PASSWORD = "a heron on the quay"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SENDING = ("/read", "/read/text", "/read/samples")


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path / "accounts.json", QUICK)
    for name in ROLES:
        made.add(name, name, PASSWORD)
    return made


@contextmanager
def outside(store: Store, accounts: Accounts, clock: Clock, **given: Any) -> Iterator[Any]:
    settings = Settings(**given)
    door = Door(settings, "nobody", accounts, clock)
    base = ADDRESS.replace("http", "https") if settings.https else ADDRESS
    with TestClient(make_app(store, settings, door), base_url=base) as made:
        made.follow_redirects = False
        yield made


def seal(page: str) -> str:
    found = re.search(r'name="seal" value="(\w+)"', page)
    assert found is not None
    return found[1]


def send(desk: Any, path: str, page: str = "/sign-in", **fields: str) -> Any:
    """Send a form as a browser does, with the seal that stands on a page."""
    return desk.post(path, data={"seal": seal(desk.get(page).text), **fields})


def sign_in(desk: Any, name: str, password: str = PASSWORD, **fields: str) -> Any:
    return send(desk, "/sign-in", name=name, password=password, **fields)


def test_nothing_is_shown_before_signing_in(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        for path in ("/", "/story/x", "/article/x", "/claims", "/search?q=a", "/review"):
            answer = desk.get(path)
            assert (answer.status_code, "location" in answer.headers) == (303, True), path
        assert desk.get("/", params={"as": "json"}).status_code == 401
        assert desk.get("/static/desk.css").status_code == 200
        for path in SENDING:
            assert desk.post(path).status_code == 401, path


def test_signing_in_leads_to_the_page_that_was_asked_for(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        asked = desk.get("/claims?who=berg")
        page = desk.get(asked.headers["location"])
        before = desk.cookies["sayso"]
        data = {
            "seal": seal(page.text),
            "next": "/claims?who=berg",
            "name": " Reader ",
            "password": PASSWORD,
        }
        answer = desk.post("/sign-in", data=data)
        assert (answer.status_code, answer.headers["location"]) == (303, "/claims?who=berg")
        assert desk.cookies["sayso"] != before
        assert desk.get("/claims").status_code == 200
        assert send(desk, "/sign-out", "/claims").status_code == 303
        assert desk.get("/claims").status_code == 303


@pytest.mark.parametrize(
    "place",
    ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil", "evil", "", "/\n/e"],
)
def test_nobody_is_led_elsewhere_after_signing_in(
    empty: Store, accounts: Accounts, place: str
) -> None:
    assert own_place(place) == "/"
    with outside(empty, accounts, Clock()) as desk:
        assert sign_in(desk, "reader", next=place).headers["location"] == "/"


def test_a_wrong_password_and_a_wrong_name_are_told_alike(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        answers = [sign_in(desk, "reader", "not that one"), sign_in(desk, "stranger")]
    assert [one.status_code for one in answers] == [401, 401]
    pages = [re.sub(r'value="\w+"', "", one.text) for one in answers]
    assert pages[0] == pages[1]


def test_a_name_that_nobody_has_is_verified_too(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    verify = PasswordHasher.verify

    def noted(self: PasswordHasher, hashed: str, password: str) -> bool:
        asked.append(hashed)
        return verify(self, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", noted)
    assert accounts.verified("stranger", PASSWORD) is None
    assert accounts.verified("reader", "not that one") is None
    stranger, reader = asked
    assert (
        stranger.rpartition("$")[0].rpartition("$")[0]
        == reader.rpartition("$")[0].rpartition("$")[0]
    )


def test_the_cookie_is_out_of_reach(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        given = sign_in(desk, "reader").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(given.split("; "))
    assert "Secure" not in given
    with outside(empty, accounts, Clock(), https=True) as desk:
        answer = sign_in(desk, "reader")
        assert answer.headers["set-cookie"].startswith("__Host-sayso=")
        assert answer.headers["set-cookie"].endswith("; Secure")
        assert "max-age" in answer.headers["strict-transport-security"]


def test_tokens_are_kept_as_digests(empty: Store, accounts: Accounts) -> None:
    clock = Clock()
    door = Door(Settings(), "nobody", accounts, clock)
    token = door.sign_in("reader", PASSWORD, "127.0.0.1")
    assert isinstance(token, str)
    assert token not in repr(door._sessions._held)
    assert door.visitor(token).name == "reader"
    assert PASSWORD not in accounts.path.read_text()
    assert "$argon2id$" in accounts.path.read_text()


def test_sessions_end(accounts: Accounts) -> None:
    clock = Clock()
    door = Door(Settings(session_idle=10, session_length=1), "nobody", accounts, clock)

    def enter() -> str:
        token = door.sign_in("reader", PASSWORD, "127.0.0.1")
        assert isinstance(token, str)
        return token

    idle = enter()
    clock.now = 599
    assert door.visitor(idle).role == "reader"
    clock.now += 601
    assert door.visitor(idle).role is None
    busy = enter()
    for _ in range(11):
        clock.now += 300
        assert door.visitor(busy).role == "reader"
    clock.now += 301
    assert door.visitor(busy).role is None


def test_a_change_of_the_account_counts_at_once(accounts: Accounts) -> None:
    door = Door(Settings(), "nobody", accounts, Clock())
    tokens = [door.sign_in(name, PASSWORD, "::1") for name in ("reader", "analyst", "admin")]
    reader, analyst, admin = (door.visitor(str(one)).token for one in tokens)
    elsewhere = Accounts(accounts.path, QUICK)
    elsewhere.set_role("reader", "analyst")
    assert door.visitor(reader).role == "analyst"
    elsewhere.set_password("analyst", "another heron flew by")
    assert door.visitor(analyst).role is None
    elsewhere.remove("admin")
    elsewhere.add("admin", "admin", PASSWORD)
    assert door.visitor(admin).role is None


def test_without_any_account_left_nobody_gets_in(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        sign_in(desk, "admin")
        for name in ("reader", "analyst", "admin"):
            accounts.remove(name)
        assert desk.get("/").status_code == 303


def test_attempts_are_limited_by_account_and_by_address(accounts: Accounts) -> None:
    clock = Clock()
    door = Door(Settings(sign_in_attempts=3), "nobody", accounts, clock)
    for number in range(3):
        assert door.sign_in("reader", "wrong", f"10.0.0.{number}") == (0,)
    refused = door.sign_in("reader", PASSWORD, "10.0.0.9")
    assert isinstance(refused, tuple)
    assert refused.wait > 0
    assert isinstance(door.sign_in("analyst", PASSWORD, "10.0.0.9"), str)
    clock.now += 901
    assert isinstance(door.sign_in("reader", PASSWORD, "10.0.0.9"), str)
    for number in range(9):
        assert door.sign_in(f"stranger{number}", "wrong", f"2001:db8::{number}") == (0,)
    assert not isinstance(door.sign_in("analyst", PASSWORD, "2001:db8::ffff"), str)
    assert isinstance(door.sign_in("analyst", PASSWORD, "2001:db8:0:1::"), str)


def test_too_many_attempts_are_told_with_the_time_to_wait(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock(), sign_in_attempts=1) as desk:
        sign_in(desk, "reader", "wrong")
        answer = sign_in(desk, "reader")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) == 900


def test_uploads_are_limited(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock(), uploads=1) as desk:
        sign_in(desk, "analyst")
        codes = [send(desk, "/read/text", "/", text="").status_code for _ in range(2)]
    assert codes == [303, 429]


@pytest.mark.parametrize(
    ("role", "told"),
    [("reader", [403, 403, 404]), ("analyst", [303, 403, 404]), ("admin", [303, 200, 404])],
)
def test_a_role_may_do_its_part_and_no_more(
    empty: Store, accounts: Accounts, role: str, told: list[int]
) -> None:
    with outside(empty, accounts, Clock()) as desk:
        sign_in(desk, role)
        codes = [
            send(desk, "/read/text", "/review", text="").status_code,
            desk.get("/accounts").status_code,
            desk.get("/nowhere").status_code,
        ]
    assert codes == told


def test_a_form_without_the_visitors_own_seal_is_refused(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        stale = seal(desk.get("/sign-in").text)
        sign_in(desk, "admin")
        for given in ({}, {"seal": "0" * 64}, {"seal": stale}, {"seal": "ü"}):
            answer = desk.post("/accounts/remove", data={"name": "reader", **given})
            assert answer.status_code == 403, given
        assert "reader" in accounts.all()


def test_every_way_to_send_asks_for_a_seal(empty: Store) -> None:
    handlers = [one for one in pages_of_the_desk() if "POST" in one.http_methods]
    paths = sorted(path for one in handlers for path in one.paths)
    assert {*SENDING, "/sign-in", "/review/reject", "/accounts/remove"} < set(paths)
    with TestClient(make_app(empty, Settings(), Door(Settings(), "ona")), base_url=ADDRESS) as desk:
        assert [path for path in paths if desk.post(path).status_code != 403] == []


def test_admins_manage_accounts(empty: Store, accounts: Accounts) -> None:
    with outside(empty, accounts, Clock()) as desk:
        sign_in(desk, "admin")

        def manage(what: str, **fields: str) -> int:
            code: int = send(desk, f"/accounts/{what}", "/accounts", **fields).status_code
            return code

        assert manage("add", name="dora", role="analyst", password=PASSWORD) == 303
        assert manage("add", name="dora", role="analyst", password=PASSWORD) == 422
        assert manage("add", name="emil", role="analyst", password="short") == 422
        assert manage("role", name="dora", role="admin") == 303
        assert manage("role", name="dora", role="king") == 404
        assert manage("remove", name="reader") == 303
        assert manage("remove", name="admin") == 403
        assert manage("role", name="admin", role="reader") == 403
    roles = {name: one.role for name, one in accounts.all().items()}
    assert roles == {"analyst": "analyst", "admin": "admin", "dora": "admin"}


def test_the_file_is_its_owners_alone(accounts: Accounts) -> None:
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    accounts.path.chmod(0o644)
    with pytest.raises(StoreError, match="chmod 600"):
        Accounts(accounts.path, QUICK).all()


@pytest.mark.parametrize("name", ["", "Ann", "a/b", "../x", "a b", "ann\n", "x" * 65, "<b>"])
def test_a_name_is_plain(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError):
        accounts.add(name, "reader", PASSWORD)
