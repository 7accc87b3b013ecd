"""`sayso account`: who may sign in at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.desk.accounts import Accounts, Role

EXAMPLES = """\b
Examples:
  sayso account add ann --role admin
  sayso account add bo < password.txt
  sayso account role bo analyst
  sayso account password bo
  sayso account remove bo
  sayso account list
"""

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Accounts of the desk: readers see, analysts judge and read articles in, admins do all.",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]
File = Annotated[
    str | None, typer.Option("--accounts", metavar="FILE", help="Where the accounts are.")
]
_ROLES = "reader, analyst or admin."


@group.command("add")
def add(
    name: Name,
    role: Annotated[str, typer.Option(metavar="ROLE", help=_ROLES)] = "reader",
    accounts: File = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Make an account. Its password is asked for on a terminal, or else the first line of input."""
    opened = _opened(accounts, quiet, log_json, given)
    opened.add(name, _role(role), _password())


@group.command("list")
def listed(
    accounts: File = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the accounts: name, role, and the day on which the password was set."""
    from sayso.cli.output import write_text

    held = sorted(
        _opened(accounts, quiet, log_json, given).all().values(), key=lambda one: one.name
    )
    width = max((len(one.name) for one in held), default=0)
    for one in held:
        write_text(f"{one.name:{width}}  {one.role:7}  {one.since[:10]}")


@group.command("role")
def change_role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help=_ROLES)],
    accounts: File = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Give an account another role; it counts at once."""
    _opened(accounts, quiet, log_json, given).set_role(name, _role(role))


@group.command("password")
def change_password(
    name: Name,
    accounts: File = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Give an account another password; whoever is signed in with the old one is signed out."""
    _opened(accounts, quiet, log_json, given).set_password(name, _password())


@group.command("remove")
def remove(
    name: Name,
    accounts: File = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Delete an account; whoever is signed in with it is signed out. Its judgements stay."""
    _opened(accounts, quiet, log_json, given).remove(name)


def _opened(accounts: str | None, quiet: bool, log_json: bool, given: Any) -> Accounts:
    from importlib.util import find_spec
    from pathlib import Path

    from sayso.cli.session import start
    from sayso.errors import UsageError

    if find_spec("argon2") is None:
        raise UsageError("accounts need the packages of the desk: pip install 'sayso[web]'")
    from sayso.desk.accounts import Accounts

    session = start(quiet=quiet, log_json=log_json, given=given)
    return Accounts(Path(accounts) if accounts else session.accounts)


def _role(given: str) -> Role:
    from sayso.desk.accounts import ROLES
    from sayso.errors import UsageError

    for role in ROLES:
        if role == given:
            return role
    raise UsageError(f"a role is {_ROLES[:-1]}, not {given!r}")


def _password() -> str:
    """Asked for twice on a terminal; nobody sees it, and no list of processes shows it."""
    import sys
    from getpass import getpass

    from sayso.errors import UsageError

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise UsageError("these are two passwords")
    return password
