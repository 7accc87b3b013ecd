"""How two origins of one claim stand to each other, and how many are shown to be independent.

Never presumed. Another outlet, other wording, another language and another date are no grounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster
from sayso.collate.likeness import Quoted
from sayso.collate.parties import Parties
from sayso.collate.sourcing import Source
from sayso.collate.witnesses import is_present
from sayso.model.ledger import Statement
from sayso.model.text import Party, Span

Verdict = Literal["independent", "dependent", "undetermined"]


class Ground(NamedTuple):
    """A verdict on two origins, with what it rests on."""

    verdict: Verdict
    ground: str
    spans: tuple[Span, ...]


def has_access(source: Source, parties: Parties, book: AccountBook) -> bool:
    """True where the words show that the origin knew it by itself: it states it, or it was there."""
    voices = {telling.voice for telling in source.stated}
    if voices <= {"nobody"}:
        return False
    if voices <= {"newsroom", "nobody"}:
        return any(is_present(telling.statement, parties, book) for telling in source.stated)
    return True


def judge_pair(
    a: Source,
    b: Source,
    quoted: Quoted | None,
    copies: Callable[[str], str],
    parties: Parties,
    book: AccountBook,
) -> Ground:
    """The verdict on two origins of one claim; `quoted` are the words that both are said to have used."""
    if quoted:
        ground = "the same quoted words are put to both: one of them may not have said them"
        return Ground("undetermined", ground, (quoted.left, quoted.right))
    spans = (_words(a), _words(b))
    if shared := _dependence(a, b, copies, parties):
        return Ground("dependent", shared, spans)
    if doubt := _doubt(a, b, copies, parties, book):
        return Ground("undetermined", doubt, spans)
    if not _agree(a, b):
        return Ground("undetermined", "each says what the other does not", spans)
    return Ground("independent", _principals(a, b, parties), spans)


def shared_words(sources: Sequence[Source], cluster: Cluster) -> Mapping[tuple[int, int], Quoted]:
    """By the indexes of two origins, the longest quoted words that tellings of both share.

    The lower index stands first, and `left` is of that origin. Pairs that share none are left out.
    """
    place = {telling.key: i for i, source in enumerate(sources) for telling in source.tellings}
    best: dict[tuple[int, int], Quoted] = {}
    for one, other, likeness in cluster.ties:
        quoted = likeness.quoted
        if quoted is None or one.key not in place or other.key not in place:
            continue
        i, j = place[one.key], place[other.key]
        pair = (min(i, j), max(i, j))
        if i == j or (pair in best and quoted.content <= best[pair].content):
            continue
        turned = quoted._replace(left=quoted.right, right=quoted.left)
        best[pair] = quoted if i < j else turned
    return best


def _dependence(a: Source, b: Source, copies: Callable[[str], str], parties: Parties) -> str | None:
    """Why two origins are one and the same in the end, or None."""
    if _one_text(a, b, copies) and not _two_people(a, b):
        return "one text in both articles"
    owner = _one_owner(a, b, parties)
    return f"one owner: {owner}" if owner else None


def _two_people(a: Source, b: Source) -> bool:
    """True where each names somebody else: that of two such texts one is a copy is likely, and not shown."""
    left, right = (one.party and (one.party.actor or one.party.resolved) for one in (a, b))
    return left is not None and right is not None and left != right


def _doubt(
    a: Source, b: Source, copies: Callable[[str], str], parties: Parties, book: AccountBook
) -> str | None:
    """What keeps two origins from being shown to be independent, or None."""
    if _one_text(a, b, copies):
        return "nearly one text, with another speaker: one of them may not have said it"
    if a.party is None or b.party is None:
        return "no source is named"
    if not (a.stated and b.stated):
        return "one of them only presupposes it"
    if not (has_access(a, parties, book) and has_access(b, parties, book)):
        return "how one of them knows it is not told"
    if link := _one_link(a, b, parties):
        return f"both come through {link}"
    left, right = parties.principal(a.party), parties.principal(b.party)
    if left is None or right is None:
        return "for whom one of them speaks is not told"
    state = parties.country(a.party)
    if _key(left) == _key(right) or (state is not None and state == parties.country(b.party)):
        return f"both speak for {left.name}" if _key(left) == _key(right) else f"one state: {state}"
    return None


def _agree(a: Source, b: Source) -> bool:
    """Whether the words show that both say the same: one of them leaves out nothing that the other has.

    Of records with parties and acts these have been compared already.
    """
    return any(
        not (isinstance(x.record, Statement) and isinstance(y.record, Statement))
        or (
            (x.stems <= y.stems or y.stems <= x.stems)
            and (x.negated, x.lacking) == (y.negated, y.lacking)
            and x.numbers == y.numbers
        )
        for x in a.tellings
        for y in b.tellings
    )


def _principals(a: Source, b: Source, parties: Parties) -> str:
    names = [party.name for s in (a, b) if (party := parties.principal(s.party)) is not None]
    return f"different principals: {', '.join(names)}"


class Tally(NamedTuple):
    """The two counts of origins."""

    independent: int
    possible: int


def count_origins(
    sources: Sequence[Source],
    verdicts: Callable[[int, int], Verdict],
    parties: Parties,
    book: AccountBook,
) -> Tally:
    """Independent origins: the largest set with access of their own whose pairs are all independent.

    Possible ones: the largest set without a dependent pair, where a party of n unnamed people may
    be n origins.
    """
    sourced = [i for i, source in enumerate(sources) if has_access(source, parties, book)]
    shown = _largest(sourced, lambda i, j: verdicts(i, j) == "independent", lambda _: 1)
    possible = _largest(
        list(range(len(sources))),
        lambda i, j: verdicts(i, j) != "dependent",
        lambda i: _heads(sources[i].party, book.limits.crowd),
    )
    return Tally(shown, possible)


def _largest(
    members: list[int], compatible: Callable[[int, int], bool], weight: Callable[[int], int]
) -> int:
    """The weight of the heaviest set whose members are all compatible (branch and bound)."""
    best = 0

    def grow(chosen: int, rest: list[int]) -> None:
        nonlocal best
        best = max(best, chosen)
        for position, i in enumerate(rest):
            if chosen + sum(weight(j) for j in rest[position:]) <= best:
                return
            grow(chosen + weight(i), [j for j in rest[position + 1 :] if compatible(i, j)])

    grow(0, members)
    return best


def _heads(party: Party | None, crowd: int) -> int:
    """How many origins an unnamed party may be: each of a few people, one for a crowd."""
    if party is None or party.actor is not None or party.count is None:
        return 1
    return party.count if 1 <= party.count <= crowd else 1


def _words(source: Source) -> Span:
    return source.tellings[0].evidence[0]


def _one_text(a: Source, b: Source, copies: Callable[[str], str]) -> bool:
    """True where every article of one origin repeats the text of one of the other's articles."""
    left = {copies(telling.statement.article) for telling in a.tellings}
    right = {copies(telling.statement.article) for telling in b.tellings}
    shared = {t.statement.article for t in a.tellings} & {t.statement.article for t in b.tellings}
    return not shared and (left <= right or right <= left)


def _one_owner(a: Source, b: Source, parties: Parties) -> str | None:
    x, y = parties.actor(a.party), parties.actor(b.party)
    if x is None or y is None or {a.tellings[0].voice, b.tellings[0].voice} != {"newsroom"}:
        return None
    return (x.owner or x.name) if parties.owner(x) == parties.owner(y) else None


def _one_link(a: Source, b: Source, parties: Parties) -> str | None:
    """The newsroom through which all that is known of both has come, or None."""
    rooms = []
    for source in (a, b):
        found: dict[str, Party] = {}
        for telling in source.tellings:
            links = parties.newsrooms(telling.statement)
            if not links:
                return None
            found |= {_key(link.party): link.party for link in links if link.party}
        rooms.append(found)
    shared = sorted(set(rooms[0]) & set(rooms[1]))
    return rooms[0][shared[0]].name if shared else None


def _key(party: Party) -> str:
    return party.actor or party.resolved or party.name.casefold()


def all_pairs(n: int) -> tuple[tuple[int, int], ...]:
    """The pairs of n origins, in order."""
    return tuple(combinations(range(n), 2))
