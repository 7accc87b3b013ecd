"""What an article is about, as words: how often each content word stands in it, and which are names.

No grammar and no language model: a name is a word that is written with a capital more often than without
where no sentence begins. So stories are found in a batch that nobody has parsed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.words import Word, words_of
from sayso.model.text import Article

# After one of these a capital says nothing: a sentence, a quotation or a line begins.
_OPENING = frozenset(".!?…:;•–—\"'“”„«»‘’([\n")

# No name has more words; a heading in capitals has.
_LONGEST = 5


class Subject(NamedTuple):
    """An article's content words by stem.

    `counts` are all of them with their number, `names` those that are names or numbers. `forms` are the
    words as written for each stem, `full_names` the names of several words in which a stem stands.
    """

    counts: Mapping[str, int]
    names: frozenset[str]
    forms: Mapping[str, Mapping[str, int]]
    full_names: Mapping[str, Mapping[str, int]]


def subject_of(article: Article, book: AccountBook) -> Subject:
    """The subject of an article: its title (unless the text has it) and its text."""
    text = article.text
    words = words_of(text, book)
    counts: Counter[str] = Counter()
    balance: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    full_names: dict[str, Counter[str]] = {}
    for word in words:
        if word.stem is None:
            continue
        counts[word.stem] += 1
        forms.setdefault(word.stem, Counter())[text[word.start : word.end]] += 1
        if not text[word.start].isupper():
            balance[word.stem] -= 1
        elif not _begins(text, word.start):
            balance[word.stem] += 1
    for run in _capitalised_runs(text, words):
        for first, last in combinations(range(len(run)), 2):
            shown = text[run[first].start : run[last].end]
            for word in run[first : last + 1]:
                full_names.setdefault(word.stem or "", Counter())[shown] += 1
    if article.title and article.title not in text:
        counts.update(word.stem for word in words_of(article.title, book) if word.stem is not None)
    names = frozenset(stem for stem in counts if stem[0].isdigit() or balance[stem] > 0)
    return Subject(counts, names, forms, full_names)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a line begins at `start`."""
    before = text[:start] if start < 2 else text[start - 2 : start]
    return not before.strip(" \t") or any(mark in _OPENING for mark in before)


def _capitalised_runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Two and more content words with capitals, with one space between them; at most `_LONGEST`."""
    run: list[Word] = []
    for word in words:
        capital = word.stem is not None and text[word.start].isupper()
        joined = (
            capital and len(run) < _LONGEST and text[run[-1].end : word.start] == " "
            if run
            else False
        )
        if run and not joined:
            if len(run) > 1:
                yield run
            run = []
        if capital and (run or not _begins(text, word.start)):
            run.append(word)
    if len(run) > 1:
        yield run
