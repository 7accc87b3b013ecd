"""Who visits the desk, what they may do, and that what they send comes from a form of ours."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable, Iterable
from math import ceil
from typing import NamedTuple

from litestar.enums import ScopeType
from litestar.exceptions import PermissionDeniedException
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.accounts import ROLES, Accounts, Role
from sayso.desk.limits import Limit, network
from sayso.desk.sessions import Sessions
from sayso.settings import Settings

_MINUTE, _HOUR = 60, 3600
_ATTEMPTS_IN = 15 * _MINUTE
# Several people sign in from one address.
_ADDRESS_TIMES = 3
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_HSTS = (b"strict-transport-security", b"max-age=31536000")


class Visitor(NamedTuple):
    """Who asks. `name` and `role` are None before signing in; `token` is what the browser's cookie holds."""

    name: str | None
    role: Role | None
    token: str

    @property
    def known_as(self) -> str:
        """The name that stands with what they judge; who may judge has one."""
        if self.name is None:
            raise PermissionDeniedException
        return self.name

    def may(self, needed: Role) -> bool:
        """Whether the role is that one or a higher one."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(needed)


class Refused(NamedTuple):
    """Somebody who may not try again for so many seconds; 0: the name or the password is wrong."""

    wait: int


class Door:
    """Whoever comes in. Without `accounts`, that is the one person at this machine, `author`."""

    def __init__(
        self,
        settings: Settings,
        author: str,
        accounts: Accounts | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.accounts = accounts
        self.https = settings.https
        self.cookie = "__Host-sayso" if settings.https else "sayso"
        self._author = author
        self._secret = secrets.token_bytes(32)
        self._sessions = Sessions(
            settings.session_idle * _MINUTE, settings.session_length * _HOUR, clock
        )
        attempts = settings.sign_in_attempts
        self._by_name = Limit(attempts, _ATTEMPTS_IN, clock)
        self._by_address = Limit(attempts * _ADDRESS_TIMES, _ATTEMPTS_IN, clock)
        self._uploads = Limit(settings.uploads, _HOUR, clock)

    def visitor(self, token: str) -> Visitor:
        """Who has that token."""
        if self.accounts is None:
            return Visitor(self._author, "admin", token)
        session = self._sessions.find(token)
        account = self.accounts.all().get(session.name) if session else None
        if session is None or account is None or account.since != session.since:
            return Visitor(None, None, token)
        return Visitor(account.name, account.role, token)

    def sign_in(self, name: str, password: str, address: str) -> str | Refused:
        """A new token for the browser."""
        if self.accounts is None:
            return Refused(0)
        place = network(address)
        wait = self._by_address.take(place) or self._by_name.take(name)
        if wait:
            return Refused(ceil(wait))
        account = self.accounts.verified(name, password)
        if account is None:
            return Refused(0)
        self._by_address.give_back(place)
        self._by_name.give_back(name)
        return self._sessions.begin(account)

    def sign_out(self, visitor: Visitor) -> None:
        """End the visitor's session."""
        self._sessions.end(visitor.token)

    def upload(self, visitor: Visitor) -> int:
        """0, and one more upload of theirs is counted; or seconds to wait where they are too many."""
        return ceil(self._uploads.take(visitor.name or ""))

    def seal(self, visitor: Visitor) -> str:
        """What a form on a page for this visitor carries, and no other site can know."""
        return hmac.new(self._secret, visitor.token.encode(), hashlib.sha256).hexdigest()

    def is_ours(self, visitor: Visitor, given: object) -> bool:
        """Whether that is the seal of a form that was made for this visitor."""
        return isinstance(given, str) and hmac.compare_digest(
            self.seal(visitor).encode(), given.encode()
        )

    def crumb(self, token: str) -> str:
        """The cookie that holds a token."""
        return f"{self.cookie}={token}; Path=/; HttpOnly; SameSite=Lax" + (
            "; Secure" if self.https else ""
        )


class Gate:
    """Tells the application who asks, as ``user``; a browser without a token gets one."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        token = _token(scope["headers"], self._door.cookie)
        added: list[tuple[bytes, bytes]] = [_HSTS] if self._door.https else []
        if token is None:
            token = secrets.token_urlsafe(32)
            added.append((b"set-cookie", self._door.crumb(token).encode()))
        scope["user"] = self._door.visitor(token)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _token(headers: Iterable[tuple[bytes, bytes]], cookie: str) -> str | None:
    for name, value in headers:
        if name == b"cookie":
            for pair in value.decode("latin-1").split(";"):
                key, _, token = pair.strip().partition("=")
                if key == cookie and _TOKEN.fullmatch(token):
                    return token
    return None
