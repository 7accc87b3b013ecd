"""From what was typed to what was found, with the words that are the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sayso.errors import UsageError
from sayso.model.ledger import Statement
from sayso.model.text import When
from sayso.search.passages import Passage, marked_spans, passages_of
from sayso.search.query import Piece, pieces
from sayso.search.variants import variants_of
from sayso.stores import Store
from sayso.stores.asking import Among, Hit, Phrase, Question, Term

EVERYWHERE: tuple[Among, ...] = ("articles", "statements")


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: `words` as they were typed, and what narrows them.

    `who` are words of one name or role, `outlet` of an outlet's name, `since` and `until` ISO dates (both
    inclusive). `page` counts from 1, and has at most `limit` articles and as many statements.
    """

    words: str
    among: tuple[Among, ...] = EVERYWHERE
    who: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 10
    page: int = 1


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many were found and ranked; `more`: others, which the store took in earlier, are not ranked."""

    ranked: int
    more: bool


class Search(msgspec.Struct, frozen=True, kw_only=True, tag="search", tag_field="kind"):
    """What was searched. `variants` are the spellings that were searched beside a word."""

    words: str
    variants: Mapping[str, tuple[str, ...]]
    who: str | None
    outlet: str | None
    since: str | None
    until: str | None
    limit: int
    page: int
    articles: Tally | None
    statements: Tally | None


class Found(msgspec.Struct, frozen=True, kw_only=True, tag="hit", tag_field="kind"):
    """An article, or a statement of it, that was found: `passages` have the words that were asked for.

    `number` counts the articles, or the statements, from the best one, which is 1.
    """

    among: Among
    number: int
    article: str
    title: str | None
    outlet: str | None
    published: When | None
    path: str | None
    url: str | None
    statement: Statement | None
    passages: tuple[Passage, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What was searched, and a page of what was found: articles and then statements, each the best first."""

    search: Search
    found: tuple[Found, ...]


def search(store: Store, request: Request) -> Result:
    """The page of hits that is asked for. UsageError where there is no word to look for."""
    typed = pieces(request.words)
    people = pieces(request.who or "")
    if all(piece.without for piece in typed):
        raise UsageError("a search needs a word to look for, one without a minus before it")
    if request.who is not None and not people:
        raise UsageError("a name has at least one word")
    names = [piece for piece in (*typed, *people) if not piece.exact]
    variants = variants_of({piece.phrase.words[0] for piece in names}, store)
    outlet = tuple(dict.fromkeys(_single(pieces(request.outlet or ""))))
    if request.outlet is not None and not outlet:
        raise UsageError("an outlet's name has at least one word")
    question = Question(
        terms=tuple(_term(piece, variants) for piece in typed if not piece.without),
        without=tuple(_term(piece, variants) for piece in typed if piece.without),
        who=tuple(
            _term(Piece(Phrase((word,)), piece.exact, without=False), variants)
            for piece in people
            for word in piece.phrase.words
        ),
        outlet=outlet,
        since=request.since,
        until=request.until,
    )
    tallies: dict[Among, Tally] = {}
    found: list[Found] = []
    first = (request.page - 1) * request.limit
    for among in request.among:
        hits = store.search(among, question, limit=request.limit, offset=first)
        tallies[among] = Tally(ranked=hits.ranked, more=hits.more)
        found += (
            _found(among, number, hit, question.terms)
            for number, hit in enumerate(hits.hits, first + 1)
        )
    return Result(
        search=Search(
            words=request.words,
            variants=variants,
            who=request.who,
            outlet=request.outlet,
            since=request.since,
            until=request.until,
            limit=request.limit,
            page=request.page,
            articles=tallies.get("articles"),
            statements=tallies.get("statements"),
        ),
        found=tuple(found),
    )


def _single(typed: Iterable[Piece]) -> Iterable[str]:
    return (word for piece in typed for word in piece.phrase.words)


def _term(piece: Piece, variants: Mapping[str, tuple[str, ...]]) -> Term:
    if piece.exact:
        return Term((piece.phrase,))
    [word] = piece.phrase.words
    return Term((piece.phrase, *(Phrase((other,)) for other in variants.get(word, ()))))


def _found(among: Among, number: int, hit: Hit, terms: tuple[Term, ...]) -> Found:
    article, statement = hit.article, hit.statement
    return Found(
        among=among,
        number=number,
        article=article.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        path=article.path,
        url=article.url,
        statement=statement,
        passages=passages_of(article, terms)
        if statement is None
        else marked_spans(article, statement.content, terms),
    )
