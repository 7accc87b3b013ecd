"""The title of an article read as a sentence: its attributions, with the text's people and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from sayso.books.cues import CueBook
from sayso.books.library import Books
from sayso.books.wording import words_of
from sayso.model.ledger import UTTERED, Link
from sayso.model.reading import Attribution, Sentence, Token
from sayso.model.text import Actor, Article
from sayso.reading.en.attribution.attributions import Assembly
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.chains.credits import Credit
from sayso.reading.en.headlines.case import capitalised, sentence_case
from sayso.reading.en.headlines.cast import HeadlineCast
from sayso.reading.en.headlines.headlines import LONGEST, headline_of, headline_statements
from sayso.reading.en.names.cast import Cast
from sayso.reading.en.quotations.placed import place_quotes
from sayso.reading.en.quotations.quotes import find_quotes
from sayso.reading.en.times.finder import find_times
from sayso.reading.tree import Tree


class Headline(NamedTuple):
    """What a title says, and the actors that it names."""

    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...]


def as_sentence(article: Article, tokens: Sequence[Token], books: Books) -> str | None:
    """The title in a form that the parser knows, each offset kept; None where there is none to read."""
    if not article.title or len(article.title) > LONGEST:
        return None
    headline = headline_of(article.title)
    hits = books.names.find(headline, words_of(headline))
    words = [word.start for word in words_of(headline)]
    kept = {start for hit in hits for start in words if hit.start <= start < hit.end}
    return sentence_case(headline, capitalised(tokens), kept) or None


def article_for(sentence: str, cues: CueBook) -> str:
    """The article that a headline leaves out before its first noun ("Mayor rejects plan"), else nothing."""
    words = sentence.split(maxsplit=2)
    bare = len(words) > 1 and words[0].lower() in cues.people and words[1][0].islower()
    return "The " if bare else ""


def bare(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], lead: int, length: int
) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """The parse of a headline of `length` without the `lead` characters and the full stop put round it."""
    first = sum(token.start < lead for token in tokens)
    last = sum(token.start < lead + length for token in tokens)
    kept = tuple(
        token._replace(
            start=token.start - lead,
            end=token.end - lead,
            head=token.head - first if first <= token.head < last else at,
            dep=token.dep if first <= token.head < last else "ROOT",
        )
        for at, token in enumerate(tokens[first:last])
    )
    clipped = []
    for one in sentences:
        low, high = max(one.first - first, 0), min(one.last, last) - first
        if low < high:
            clipped.append(
                one._replace(first=low, last=high, start=kept[low].start, end=kept[high - 1].end)
            )
    return kept, tuple(clipped)


def read_headline(
    article: Article,
    sentence: str,
    tree: Tree,
    body: Cast,
    books: Books,
    cues: CueBook,
    told: Sequence[Attribution],
    credited: Sequence[Credit],
) -> Headline:
    """The attributions of a title that was parsed as `sentence`; `told` are those of the text."""
    quoted = place_quotes(tree, find_quotes(sentence))
    speaking = {one.speaker.actor for one in told if one.speaker and one.act in UTTERED}

    @cache
    def cast() -> HeadlineCast:  # most titles say nothing, and nobody asks who is who in them
        written = replace(article, title=sentence)
        title = Cast(written, tree.tokens, tree.sentences, books, part="title")
        return HeadlineCast(article, title, body)

    def is_speaker(phrase: set[int]) -> bool:
        actor = Evidence(article, tree, cast(), "title").party(phrase).actor
        return actor is not None and actor in speaking

    found = headline_statements(tree, cues, quoted, is_speaker)
    if not found:
        return Headline((), ())
    times = find_times(sentence, tree.tokens, tree.sentences, article.published)
    whole = [
        credit._replace(start=0, end=len(sentence))
        for credit in credited
        if credit.end == len(article.text)
    ]
    evidence = Evidence(article, tree, cast(), "title")
    assembly = Assembly(evidence, cues, cast().actors, times, whole, quoted)
    stated = [_with_source(one, told) for one in assembly.attributions(found, ())]
    sure = [one for one in stated if one.speaker is not None and not one.caveats]
    return Headline(tuple(sure), tuple(_named(sure, cast().actors)))


def _with_source(one: Attribution, told: Sequence[Attribution]) -> Attribution:
    """A headline names no source where the text names it: the links that all its words of one speaker have."""
    if one.speaker is None or one.speaker.actor is None or len(one.chain) > 1:
        return one
    chains = [
        text.chain
        for text in told
        if text.act in UTTERED and text.speaker and text.speaker.actor == one.speaker.actor
    ]
    sources = {tuple(_source(link) for link in chain[:-1]) for chain in chains}
    if len(sources) != 1 or one.act not in UTTERED:
        return one
    return replace(one, chain=(*chains[0][:-1], *one.chain))


def _source(link: Link) -> str | None:
    return None if link.party is None else link.party.actor or link.party.name


def _named(stated: Sequence[Attribution], actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors that these attributions speak of."""
    parties = [
        party
        for one in stated
        for party in (one.speaker, *one.addressees, *(link.party for link in one.chain))
    ]
    used = {party.actor for party in parties if party is not None}
    yield from (actor for actor in actors if actor.id in used)
