"""Where the desk listens: this machine, unless there are accounts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Cli
from sayso.desk.accounts import Accounts
from sayso.desk.serving import serve
from sayso.errors import StoreError, UsageError
from sayso.settings import Settings
from sayso.stores import Store

HERE: dict[str, Any] = {"host": "127.0.0.1", "port": 0, "names": (), "browse": False}


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        ({"host": "0.0.0.0"}, Settings()),
        ({"host": "::"}, Settings()),
        ({"host": "192.0.2.1"}, Settings()),
        ({"names": ("desk.example.org",)}, Settings()),
        ({}, Settings(https=True)),
    ],
)
def test_others_are_not_answered_without_accounts(
    empty: Store, tmp_path: Path, given: dict[str, Any], settings: Settings
) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    with pytest.raises(UsageError, match="account add"):
        serve(empty, settings, author="ona", accounts=accounts, **{**HERE, **given})


def test_everywhere_needs_a_name(empty: Store, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.add("ona", "admin", "a heron on the quay")
    with pytest.raises(UsageError, match="--name"):
        serve(empty, Settings(), author="ona", accounts=accounts, **{**HERE, "host": "0.0.0.0"})


def test_a_file_of_accounts_that_others_can_read_is_refused(empty: Store, tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    path.write_text("[]")
    path.chmod(0o640)
    with pytest.raises(StoreError, match="others may read"):
        serve(empty, Settings(), author="ona", accounts=Accounts(path), **HERE)


def test_accounts_by_the_command_line(cli: Cli, tmp_path: Path) -> None:
    given = b"a heron on the quay\n"
    assert cli("account", "add", "ann", "--role", "admin", stdin=given).code == 0
    assert cli("account", "add", "bo", stdin=given).code == 0
    assert cli("account", "add", "bo", stdin=given).code == 2
    assert cli("account", "add", "cy", stdin=b"short\n").code == 2
    assert cli("account", "add", "cy", "--role", "king", stdin=given).code == 2
    assert cli("account", "role", "bo", "analyst").code == 0
    assert cli("account", "password", "bo", stdin=b"another heron flew by\n").code == 0
    lines = cli("account", "list").out.splitlines()
    assert [line.split()[:2] for line in lines] == [["ann", "admin"], ["bo", "analyst"]]
    assert cli("account", "remove", "bo").code == 0
    assert cli("account", "remove", "bo").code == 2
    held = Accounts(tmp_path / "data" / "sayso" / "accounts.json")
    assert held.verified("ann", "a heron on the quay") is not None
    elsewhere = tmp_path / "team.json"
    assert cli("account", "add", "dee", "--accounts", elsewhere, stdin=given).code == 0
    assert set(Accounts(elsewhere).all()) == {"dee"}
