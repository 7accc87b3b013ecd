"""One that reads shards: it holds a language model, opens its files itself, and keeps nothing between calls.

Every call gives its values one after another, the same ones and in the same order wherever and whenever it
is made: so a call that was lost with its worker goes on at another, from the value that was awaited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from sayso.engines.answers import answer
from sayso.engines.filling import Sighted
from sayso.engines.local import Aside, LocalEngine, Taking
from sayso.engines.parts import Part, write_part
from sayso.engines.version import reading_version
from sayso.inputs import Item
from sayso.inputs.shards import Shard, Sharder
from sayso.inputs.walk import Found
from sayso.model.ids import digest_id
from sayso.model.text import RawDocument
from sayso.settings import Settings
from sayso.stores import Version


class Worker:
    """Reads for somebody else. `cut` and `tell` may run beside one of the others."""

    def __init__(self, settings: Settings, taking: Taking) -> None:
        self._settings = settings
        self._sharder = Sharder(settings.max_input_bytes)
        self._taking = taking
        self._engine = LocalEngine(settings, taking)

    @cached_property
    def _version(self) -> Version:
        return reading_version(self._settings)

    def prepare(self) -> str:
        """Load the language model. The id of the version that reads here."""
        self._engine.prepare()
        return self._version.id

    def cut(self, found: Found, skip: int = 0) -> Iterator[Shard]:
        """The shards of a file, without the first `skip`."""
        for shard in islice(self._sharder.cut(found), skip, None):  # noqa: UP028  Ray sends to it
            yield shard

    def tell(self, shard: Shard, skip: int = 0) -> Iterator[list[Sighted | Aside]]:
        """What a shard holds, all at once: one value."""
        if not skip:
            yield list(_sighted(self._sharder.read(shard)))

    def read(self, shard: Shard, wanted: Sequence[int]) -> Iterator[bytes]:
        """What is made of the documents with these numbers (rising), each as `answers.made_of` takes it."""
        awaited = iter(wanted)
        number = next(awaited, None)
        items = self._sharder.read(shard)
        documents = (item for item in items if isinstance(item, RawDocument))
        for at, document in enumerate(documents):
            if at == number:
                yield answer(self._engine, document)
                number = next(awaited, None)
            if number is None:
                return

    def part(self, shard: Shard, folder: Path, skip: int = 0) -> Iterator[Part]:
        """Write what is made of a shard into a part in the folder: one value."""
        if skip:
            return
        holds = list(_sighted(self._sharder.read(shard)))
        items = self._sharder.read(shard)
        yield write_part(holds, items, self._engine.read, self._version, self._taking, folder)


def _sighted(items: Iterable[Item]) -> Iterator[Sighted | Aside]:
    """What a shard holds, documents by their ids and numbers."""
    number = 0
    for item in items:
        if isinstance(item, RawDocument):
            key = digest_id("article", item.captured)
            yield Sighted(article=key, path=item.path, url=item.url, number=number)
            number += 1
        else:
            yield item
