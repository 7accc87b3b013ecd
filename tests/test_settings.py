from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from running import Cli
from sayso.errors import SettingError
from sayso.settings import Resolved, Settings, resolve


def settle(
    tmp_path: Path,
    *,
    options: dict[str, object] | None = None,
    environ: dict[str, str] | None = None,
    here: str = "",
    user: str = "",
) -> Resolved:
    folders = tmp_path / "here", tmp_path / "user"
    for folder, text in zip(folders, (here, user), strict=True):
        folder.mkdir(parents=True)
        if text:
            (folder / "sayso.toml").write_text(text)
    return resolve(options or {}, environ or {}, *folders)


def origin(resolved: Resolved, name: str) -> str:
    return next(row.origin for row in resolved.table if row.name == name)


def test_with_nothing_given_every_setting_has_its_default(tmp_path: Path) -> None:
    resolved = settle(tmp_path)
    assert resolved.settings == Settings()
    assert {row.origin for row in resolved.table} == {"default"}


def test_the_table_has_every_setting_with_unit_and_meaning(tmp_path: Path) -> None:
    table = settle(tmp_path).table
    assert [row.name for row in table] == list(Settings.__struct_fields__)
    assert all(row.unit and row.description.endswith(".") for row in table)


def test_the_nearest_wins(tmp_path: Path) -> None:
    here_file, user_file, environ = "width = 70", "width = 90", {"SAYSO_WIDTH": "60"}
    user = settle(tmp_path / "1", user=user_file)
    here = settle(tmp_path / "2", user=user_file, here=here_file)
    variable = settle(tmp_path / "3", user=user_file, here=here_file, environ=environ)
    option = settle(
        tmp_path / "4", user=user_file, here=here_file, environ=environ, options={"width": "50"}
    )
    assert [each.settings.width for each in (user, here, variable, option)] == [90, 70, 60, 50]
    assert origin(user, "width").endswith("user/sayso.toml")
    assert origin(here, "width").endswith("here/sayso.toml")
    assert origin(variable, "width") == "SAYSO_WIDTH"
    assert origin(option, "width") == "option"


def test_each_setting_is_taken_from_its_own_place(tmp_path: Path) -> None:
    resolved = settle(tmp_path, here="batch_size = 8", environ={"SAYSO_LOG_JSON": "true"})
    assert resolved.settings == Settings(batch_size=8, log_json=True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"environ": {"SAYSO_WIDHT": "80"}}, "no setting 'widht'"),
        ({"here": "colour = 'red'"}, "no setting 'colour'"),
        ({"options": {"batch": "1"}}, "no setting 'batch'"),
        ({"environ": {"SAYSO_WIDTH": "broad"}}, "SAYSO_WIDTH: width cannot be 'broad'"),
        ({"here": "width = '80'"}, "width cannot be '80'"),
        ({"here": "batch_size = 0"}, "batch_size cannot be 0"),
        ({"options": {"log_level": "loud"}}, "log_level cannot be 'loud'"),
        ({"here": "width ="}, "sayso.toml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, given: dict[str, object], words: str) -> None:
    with pytest.raises(SettingError) as error:
        settle(tmp_path, **given)  # type: ignore[arg-type]
    assert words in str(error.value)


@given(width=st.integers(40, 10_000), batch=st.integers(1, 10_000))
def test_a_value_means_the_same_in_a_variable_and_as_an_option(width: int, batch: int) -> None:
    nowhere = Path("/nonexistent")
    options = resolve({"width": str(width), "batch_size": str(batch)}, {}, nowhere, nowhere)
    variables = resolve(
        {}, {"SAYSO_WIDTH": str(width), "SAYSO_BATCH_SIZE": str(batch)}, nowhere, nowhere
    )
    assert options.settings == variables.settings == Settings(width=width, batch_size=batch)


def test_settings_are_printed_with_their_origin(cli: Cli, bare: Path) -> None:
    (bare / "sayso.toml").write_text("max_article_chars = 1000\n")
    text = cli("settings", "--set", "width=90")
    assert text.code == 0
    row = next(line for line in text.out.splitlines() if line.startswith("max_article_chars"))
    assert row.split()[1:3] == ["1000", "characters"]
    rows = {row["name"]: row for row in cli("settings", "--json", "--set", "width=90").records}
    assert rows["width"]["value"] == 90
    assert rows["width"]["origin"] == "option"
    assert str(rows["max_article_chars"]["origin"]).endswith("sayso.toml")


def test_a_wrong_setting_is_wrong_usage(cli: Cli) -> None:
    done = cli("settings", "--set", "widht=90")
    assert done.code == 2
    assert done.out == ""
    assert "no setting 'widht'" in done.err
    assert cli("settings", "--set", "width").code == 2


def test_settings_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Settings().width = 3  # type: ignore[misc]
    assert msgspec.structs.asdict(Settings())["width"] is None
