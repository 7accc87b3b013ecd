"""Accounts of the desk: names, roles and hashed passwords, in a file that its owner alone can read.

A file of its own rather than a table of the store: a store is copied, exported and shared, and whoever gets
one gets no passwords with it.
"""

from __future__ import annotations

import fcntl
import os
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.errors import StoreError, UsageError

Role = Literal["reader", "analyst", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

# NIST SP 800-63B asks for 8 characters at least; this is the only factor. Argon2 takes any length: bound it.
SHORTEST, LONGEST = 12, 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
_OTHERS_MAY = 0o077
# Each verification takes 64 MiB: so many at a time, the others wait.
_AT_ONCE = 2


class Account(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may sign in. `password` is its argon2id hash, `since` the instant (UTC) at which it was set."""

    name: str
    role: Role
    password: str
    since: str


class Accounts:
    """The accounts in a file. StoreError where it cannot be read or written, or others can read it."""

    def __init__(self, path: Path, hasher: PasswordHasher | None = None) -> None:
        self.path = path
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash(os.urandom(16).hex())
        self._turn = threading.BoundedSemaphore(_AT_ONCE)
        self._read: tuple[tuple[int, int, int], Mapping[str, Account]] | None = None

    def all(self) -> Mapping[str, Account]:
        """The accounts by name, as the file has them now; StoreError where it cannot be read, or others may."""
        try:
            with self.path.open("rb") as file:
                found = os.fstat(file.fileno())
                state = (found.st_ino, found.st_mtime_ns, found.st_size)
                if self._read is None or self._read[0] != state:
                    if found.st_mode & _OTHERS_MAY:
                        raise StoreError(f"others may read {self.path}: chmod 600 it")
                    held = msgspec.json.decode(file.read(), type=list[Account])
                    self._read = (state, {one.name: one for one in held})
                return self._read[1]
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError(f"the accounts at {self.path} cannot be read: {error}") from error

    def add(self, name: str, role: Role, password: str) -> None:
        """Make an account. UsageError where the name is taken or is none, or the password is too short."""
        if not _NAME.fullmatch(name):
            raise UsageError("a name has 1 to 64 of a-z, 0-9, '.', '_', '@' and '-'")
        hashed = self._hashed(password)
        with self._changing() as held:
            if name in held:
                raise UsageError(f"there is an account {name} already")
            held[name] = Account(name=name, role=role, password=hashed, since=_now())

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role; it counts from the next request on."""
        with self._changing() as held:
            held[name] = msgspec.structs.replace(_known(held, name), role=role)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password; whoever is signed in with the old one is no longer."""
        hashed = self._hashed(password)
        with self._changing() as held:
            held[name] = msgspec.structs.replace(_known(held, name), password=hashed, since=_now())

    def remove(self, name: str) -> None:
        """Delete an account; whoever is signed in with it is no longer."""
        with self._changing() as held:
            del held[_known(held, name).name]

    def verified(self, name: str, password: str) -> Account | None:
        """The account, if that is its password. A name that nobody has takes as long as a wrong password."""
        account = self.all().get(name)
        with self._turn:
            try:
                self._hasher.verify(
                    account.password if account else self._nobody, password[:LONGEST]
                )
            except (VerificationError, InvalidHashError):
                return None
        return account

    def _hashed(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"a password has {SHORTEST} to {LONGEST:,} characters")
        return self._hasher.hash(password)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Account]]:
        """The accounts to be changed, one who changes them at a time; the file is replaced as a whole."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _private(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR) as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                held = dict(self.all())
                yield held
                fresh = self.path.with_name(f"{self.path.name}.new")
                with _private(fresh, os.O_WRONLY | os.O_TRUNC) as out:
                    os.write(out, msgspec.json.format(msgspec.json.encode([*held.values()])))
                    os.fsync(out)
                fresh.replace(self.path)
        except OSError as error:
            raise StoreError(f"the accounts at {self.path} cannot be written: {error}") from error


@contextmanager
def _private(path: Path, flags: int) -> Iterator[int]:
    opened = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        yield opened
    finally:
        os.close(opened)


def _known(held: Mapping[str, Account], name: str) -> Account:
    if name not in held:
        raise UsageError(f"there is no account {name}")
    return held[name]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
