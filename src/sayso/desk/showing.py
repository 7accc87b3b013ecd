"""A page as it is shown: HTML, or with ``?as=json`` the records that it stands on."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment
from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Response
from markupsafe import Markup

from sayso.charts.picture import bundle
from sayso.desk.door import Door, Visitor
from sayso.desk.library import Library
from sayso.desk.reading import ReadingRoom
from sayso.settings import Settings

HTML = "text/html"
JSON = "application/json"
CSV = "text/csv"

# Parts of pages are kept until they have so many characters together.
_KEPT_CHARACTERS = 50_000_000

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
        self._kept: OrderedDict[tuple[str, ...], Markup] = OrderedDict()
        self._lock = threading.Lock()
        self._vega: bytes | None = None
        self._making = threading.Lock()

    def vega(self) -> bytes:
        """The module that draws charts in the browser, made once."""
        with self._making:
            if self._vega is None:
                self._vega = bundle().encode()
            return self._vega

    def part(
        self, key: tuple[str, ...], template: str, make: Callable[[], dict[str, Any]]
    ) -> Markup:
        """A part of a page that is made from `make`'s context, and kept as long as there is room.

        `key` names all that the part depends on: the state of the store, and what was asked for.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        told = Markup(self.templates.get_template(template).render(make()))  # noqa: S704 (escaped by it)
        with self._lock:
            self._kept[key] = told
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _KEPT_CHARACTERS:
                self._kept.popitem(last=False)
        return told

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
            return Response(msgspec.json.encode(told), media_type=JSON, status_code=status)
        made = self.templates.get_template(template).render(
            here=asked.url.path,
            asked=asked,
            as_json=with_query(asked, {"as": "json"}),
            counts=self.library.store.counts,
            visitor=asked.user,
            known=self.door.accounts is not None,
            seal=self.door.seal(asked.user),
            **context,
        )
        return Response(made.encode("utf-8", "replace"), media_type=HTML, status_code=status)


def with_query(asked: Asked, changes: dict[str, str | None]) -> str:
    """The address that was asked for, with other values in its query; None takes one out."""
    pairs = [(k, v) for k, v in asked.query_params.multi_items() if k not in changes]
    pairs += [(name, value) for name, value in changes.items() if value is not None]
    return f"{asked.url.path}?{urlencode(pairs)}" if pairs else asked.url.path


OurDesk = NamedDependency[Desk]
