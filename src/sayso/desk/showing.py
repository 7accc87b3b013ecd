"""A page as it is shown: HTML, or with ``?as=json`` the records that it stands on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment
from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Response

from sayso.charts.picture import bundle
from sayso.desk.door import Door, Visitor
from sayso.desk.keeping import Gaps, Keeping, Kept, Key, Pulse
from sayso.desk.library import Library
from sayso.desk.reading import ReadingRoom
from sayso.settings import Settings

HTML = "text/html"
JSON = "application/json"
CSV = "text/csv"

# What a handler says by `opt` where its answer depends on the store, the address and the visitor's role alone,
# and where also on which stories have been compared.
KEPT = {"kept": "state"}
KEPT_AS_TOLD = {"kept": "told"}
_MOST_KEPT = 100_000_000  # bytes

Asked = Request[Visitor, Any, State]
Records = Sequence[msgspec.Struct]


class Desk:
    """What all pages share."""

    def __init__(
        self,
        library: Library,
        room: ReadingRoom,
        settings: Settings,
        templates: Environment,
        door: Door,
    ) -> None:
        self.library = library
        self.room = room
        self.settings = settings
        self.templates = templates
        self.door = door
        self._pulse = Pulse(library.store.state)
        self._kept = Keeping(_MOST_KEPT)
        self._gaps = Gaps()
        self._vega: bytes | None = None
        self._making = threading.Lock()

    def vega(self) -> bytes:
        """The module that draws charts in the browser, made once."""
        with self._making:
            if self._vega is None:
                self._vega = bundle().encode()
            return self._vega

    async def shown_before(self, asked: Asked) -> Response[bytes] | None:
        """The same answer again, where the store has not changed since; else `keep` will keep the new one."""
        kept = asked.route_handler.opt.get("kept")
        if asked.method != "GET" or kept is None:
            return None
        state = await self._pulse.state()
        if kept == KEPT_AS_TOLD["kept"]:
            state = f"{state} {self.library.tellings}"
        key = Key(state, asked.user.role, asked.url.path, asked.url.query)
        asked.state.key = key
        found = self._kept.find(key)
        return self._response(asked, found, 200) if found is not None else None

    def keep(self, asked: Asked, body: bytes, media: str, *, status: int = 200) -> Response[bytes]:
        """An answer; it is given again until the store changes, where its handler says so and all is well."""
        answer = Kept(body, media)
        key: Key | None = asked.state.get("key")
        if key is not None and status == 200:
            self._kept.keep(key, answer)
        return self._response(asked, answer, status)

    def show(
        self,
        asked: Asked,
        template: str,
        records: Records | Callable[[], Records],
        *,
        status: int = 200,
        **context: Any,
    ) -> Response[bytes]:
        """The page; with ``?as=json`` its `records` as an array instead."""
        if asked.query_params.get("as") == "json":
            told = records() if callable(records) else records
            return self.keep(asked, msgspec.json.encode(told), JSON, status=status)
        made = self.templates.get_template(template).render(
            here=asked.url.path,
            asked=asked,
            as_json=with_query(asked, {"as": "json"}),
            visitor=asked.user._replace(name=asked.user.name and self._gaps.name),
            known=self.door.accounts is not None,
            seal=self._gaps.seal,
            **context,
        )
        return self.keep(asked, made.encode("utf-8", "replace"), HTML, status=status)

    def _response(self, asked: Asked, answer: Kept, status: int) -> Response[bytes]:
        body = answer.body
        if answer.media == HTML:
            body = self._gaps.filled(body, asked.user.name, self.door.seal(asked.user))
        return Response(body, media_type=answer.media, status_code=status)


def with_query(asked: Asked, changes: dict[str, str | None]) -> str:
    """The address that was asked for, with other values in its query; None takes one out."""
    pairs = [(k, v) for k, v in asked.query_params.multi_items() if k not in changes]
    pairs += [(name, value) for name, value in changes.items() if value is not None]
    return f"{asked.url.path}?{urlencode(pairs)}" if pairs else asked.url.path


OurDesk = NamedDependency[Desk]
