"""What a run starts with: its settings, and messages that go where they are wanted."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sayso import logs, settings
from sayso.errors import UsageError

PLAIN_WIDTH = 80


class Session(NamedTuple):
    """The settings in force, and whether the run keeps quiet."""

    resolved: settings.Resolved
    quiet: bool

    @property
    def settings(self) -> settings.Settings:
        """The settings in force."""
        return self.resolved.settings

    @property
    def store(self) -> str:
        """The address of the store: as set, else a file in the user's data folder."""
        import platformdirs

        return self.settings.store or str(platformdirs.user_data_path("sayso") / "store.sqlite")

    @property
    def accounts(self) -> Path:
        """The file of the accounts: as set, else one in the user's data folder."""
        import platformdirs

        set_to = self.settings.accounts
        return Path(set_to) if set_to else platformdirs.user_data_path("sayso") / "accounts.json"

    @property
    def author(self) -> str:
        """Who judges and deletes: as set, else the user's login name. UsageError where there is neither."""
        if self.settings.author:
            return self.settings.author
        try:
            return getpass.getuser()
        except (KeyError, OSError) as error:  # KeyError: Python 3.12 and before
            raise UsageError("nothing tells who you are: --set author=NAME") from error

    @property
    def width(self) -> int:
        """Columns for text: as set, else the terminal's, else 80."""
        if self.settings.width is not None:
            return self.settings.width
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if colour() else PLAIN_WIDTH


def start(
    *,
    quiet: bool = False,
    log_json: bool = False,
    given: Sequence[str] | None = None,
    store: str | None = None,
) -> Session:
    """Settle the settings (`given` holds ``name=value``) and start the messages."""
    import platformdirs

    options: dict[str, object] = dict(_pair(text) for text in given or ())
    if quiet:
        options["log_level"] = "error"
    if log_json:
        options["log_json"] = True
    if store is not None:
        options["store"] = store
    resolved = settings.resolve(
        options, os.environ, Path.cwd(), platformdirs.user_config_path("sayso")
    )
    logs.configure(resolved.settings.log_level, as_json=resolved.settings.log_json)
    return Session(resolved, quiet)


def colour() -> bool:
    """Whether standard output is a terminal that may show colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--set takes NAME=VALUE, not {text!r}")
    return name.strip(), value.strip()
