from __future__ import annotations

from typing import Any, get_args

import jsonschema
import msgspec
import pytest

from running import Cli
from sayso.model.collation import AnyRecord
from sayso.model.ledger import Quarantine
from sayso.model.text import Article
from sayso.schema import DIALECT, json_schema

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def plain(record: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(record))


def test_it_is_a_schema_of_2020_12() -> None:
    assert json_schema()["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_every_record_is_in_it_under_its_kind() -> None:
    kinds = {record.__struct_config__.tag for record in get_args(AnyRecord)}
    assert set(json_schema()["discriminator"]["mapping"]) == kinds


def test_a_record_is_valid_and_starts_with_its_kind() -> None:
    record = Article(id="article_a", text_sha256="0", text="Nothing.")
    VALIDATOR.validate(plain(record))
    assert next(iter(plain(record))) == "kind"


@pytest.mark.parametrize(
    "change", [{"reason": 3}, {"kind": "rumour"}, {"colour": "red"}, {"bytes": "many"}]
)
def test_what_is_no_record_is_not_valid(change: dict[str, object]) -> None:
    record = plain(Quarantine(path="a.txt", reason="empty"))
    assert VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid({**record, **change})


def test_the_command_prints_it(cli: Cli) -> None:
    done = cli("schema")
    assert done.code == 0
    assert msgspec.json.decode(done.out) == plain(json_schema())
