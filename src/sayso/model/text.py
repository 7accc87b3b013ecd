"""Text and what is found in it: articles, spans, parties, actors, times and mentions.

Offsets are Unicode code points, half-open. Dates and instants are ISO 8601 strings; instants are in UTC.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.errors import SpanError
from sayso.model.ids import content_id


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of a record: printed in place, without a kind of its own."""


class Record(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True
):
    """A record: in JSON its first field is its `kind`."""


class Span(Part, frozen=True, kw_only=True):
    """Words of an article as evidence: ``text`` is always that part's ``[start:end]``.

    `part` is ``text``, ``title`` or ``dropped/N`` (the N-th piece that cleaning cut, from 0).
    """

    article: str
    part: str = "text"
    start: int
    end: int
    text: str


Precision = Literal[
    "instant", "day", "week", "month", "quarter", "season", "year", "range", "duration"
]
Anchor = Literal["publication", "context", "explicit", "none"]


class When(Part, frozen=True, kw_only=True):
    """A time with its precision. What cannot be resolved has ``start = None``: never a guess.

    `start` and `end` (inclusive) are ISO 8601 dates, or instants in UTC where `precision` is
    ``instant``; one of them is None for an open range. `timex` is a TIMEX3 value (ISO-TimeML).
    `zone` is the written offset, such as ``-04:00``.
    """

    start: str | None = None
    end: str | None = None
    zone: str | None = None
    precision: Precision | None = None
    timex: str | None = None
    text: str = ""
    anchor: Anchor = "none"


class Party(Part, frozen=True, kw_only=True):
    """Somebody as the text names them. An unnamed party has ``actor = None``; `count` is "two": 2."""

    name: str
    resolved: str | None = None
    actor: str | None = None
    role: str | None = None
    count: int | None = None
    span: Span | None = None


ActorType = Literal[
    "state",
    "government",
    "person",
    "agency",
    "outlet",
    "organisation",
    "armed_group",
    "company",
]
# Who carries what others say.
NEWSROOMS: frozenset[ActorType] = frozenset({"agency", "outlet"})


# Sectors of PLOVER (Halterman et al. 2023, "PLOVER and POLECAT", its manual's table of sector codes). IGO and
# NGO are that manual's codes for bodies of no state: here they stand for the sector that such a body has not.
Sector = Literal[
    "GOV",
    "MIL",
    "LEG",
    "JUD",
    "SPY",
    "COP",
    "PRM",
    "PTY",
    "REB",
    "UAF",
    "AGR",
    "BUS",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "JRN",
    "LAB",
    "MED",
    "REF",
    "OPP",
    "PRE",
    "REL",
    "SOC",
    "IGO",
    "NGO",
]


class Role(Part, frozen=True, kw_only=True):
    """An office held: title, of whom (a state or an organisation), from and to (ISO dates)."""

    title: str
    of: str | None = None
    start: str | None = msgspec.field(default=None, name="from")
    end: str | None = msgspec.field(default=None, name="to")


class Actor(Record, tag="actor", frozen=True, kw_only=True):
    """Somebody who can act or speak. `country` is ISO 3166 alpha-3, `sector` a code of PLOVER."""

    id: str
    type: ActorType
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    owner: str | None = None
    roles: tuple[Role, ...] = ()
    source: str | None = None


def actor_id(name: str, country: str | None, office: str | None = None) -> str:
    """An actor's id from name, country and office: provisional until a Judgement joins it."""
    return content_id("actor", [name, country, office])


class ActorRef(Part, frozen=True, kw_only=True):
    """The actor that a mention names."""

    id: str
    type: ActorType
    name: str
    country: str | None = None
    sector: Sector | None = None


class WeaponRef(Part, frozen=True, kw_only=True):
    """The weapon that a mention names; `id` is None for a kind of weapon ("missiles")."""

    id: str | None = None
    name: str
    category: str | None = None


class Place(Part, frozen=True, kw_only=True):
    """A place; coordinates in degrees (WGS 84) where the text decides which place it is."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Quantity(Part, frozen=True, kw_only=True):
    """A number with its unit ("JPY", "missile", "person"); `value` is None for "hundreds of"."""

    value: float | None = None
    unit: str | None = None


MentionType = Literal["actor", "weapon", "place", "time", "quantity"]


class Mention(Record, tag="mention", frozen=True, kw_only=True):
    """A name, weapon, place, time or quantity where it stands in the text."""

    type: MentionType
    span: Span
    actor: ActorRef | None = None
    weapon: WeaponRef | None = None
    place: Place | None = None
    when: When | None = None
    quantity: Quantity | None = None


class Dropped(Part, frozen=True, kw_only=True):
    """What cleaning cut, and why. `at` is the offset in the cleaned text where it stood, if in the text."""

    text: str
    reason: str
    at: int | None = None


class Article(Record, tag="article", frozen=True, kw_only=True):
    """One article as read: `text` is cleaned and has no title; what was cut is in `dropped`.

    `id` hashes the captured input (the file's bytes, or the JSON Lines object), never its path.
    """

    id: str
    text_sha256: str
    source_id: str | None = None
    version_of: str | None = None
    path: str | None = None
    url: str | None = None
    archive_url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    language: str | None = None
    text: str
    dropped: tuple[Dropped, ...] = ()

    def part(self, name: str) -> str:
        """The text of ``text``, ``title`` or ``dropped/N``; SpanError where there is no such part."""
        if name == "text":
            return self.text
        if name == "title" and self.title is not None:
            return self.title
        kind, _, number = name.partition("/")
        if kind == "dropped" and number.isdigit() and int(number) < len(self.dropped):
            return self.dropped[int(number)].text
        raise SpanError(f"article {self.id} has no part {name!r}")

    def span(self, start: int, end: int, part: str = "text") -> Span:
        """The Span of ``part[start:end]``; SpanError when it is empty or lies outside."""
        whole = self.part(part)
        if not 0 <= start < end <= len(whole):
            raise SpanError(
                f"no span {start}-{end} in {part} of {self.id} ({len(whole)} characters)"
            )
        return Span(article=self.id, part=part, start=start, end=end, text=whole[start:end])


class RawDocument(Part, frozen=True, kw_only=True):
    """What a reader hands on: content as it was stored, with what the container said about it.

    `captured` are the bytes that the article's id is a hash of. `content` is text to be cleaned, in the
    form that `media_type` names (``text/plain``, ``text/markdown``, ``text/html``). `published` is the
    container's own date string, unparsed. `caveats` holds (code, detail) pairs.
    """

    captured: bytes
    content: str
    media_type: str
    path: str | None = None
    url: str | None = None
    source_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    caveats: tuple[tuple[str, str], ...] = ()
