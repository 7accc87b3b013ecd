"""How long the first page of a search takes in a store of many statements.

    python bench/search.py [STATEMENTS] [ADDRESS of an empty store]

The articles are made by a generator: words drawn by Zipf's law from 60,000 made of syllables, ten statements an
article, 5,000 people, 300 outlets, ten years. They go straight into the tables. Then each kind of query is
asked with 40 different draws, after one that warms up; prints p50 and p95 in milliseconds, from what was typed to the
page with its passages, for statements, for articles, and for both as the command asks: of these also the time
that this process computed, which no other work on the machine prolongs much. A store that is there already is
asked only.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate

import msgspec
from sqlalchemy import Table, insert, text

from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article, Party, When
from sayso.model.words import bare_words
from sayso.search.finding import EVERYWHERE, Request, search
from sayso.stores import Store, open_store
from sayso.stores.asking import Among
from sayso.stores.index import article_words, facets, line, spelt, statement_words
from sayso.stores.opening import open_engine
from sayso.stores.ranking import END
from sayso.stores.rows import Row, article_row, json_of
from sayso.stores.tables import articles, parties, records, spellings, versions

STATEMENTS = 1_000_000
AN_ARTICLE = 10
A_BATCH = 1000
DRAWS = 40
SEED = 7
TABLES = (articles, records, parties, article_words, statement_words, spellings)


class World:
    """Words, people and outlets, and what is drawn from them."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        made = dict.fromkeys(self._word() for _ in range(90_000))
        self.words = list(made)[:60_000]
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.people = [
            f"{self._word().title()} {self._word().title()}{self.random.choice(('ov', 'yev', 'enko'))}"
            for _ in range(5000)
        ]
        self.outlets = [f"{self._word().title()} {self._word().title()}" for _ in range(300)]

    def spellings(self) -> list[Row]:
        """The rows of all people's names."""
        people = (Actor(id="", type="person", name=name) for name in self.people)
        return [{"key": key, "word": word} for key, word in sorted(set(spelt(people)))]

    def _word(self) -> str:
        syllables = self.random.randint(1, 4)
        return "".join(
            self.random.choice("bcdfghklmnprstvz") + self.random.choice("aeiou")
            for _ in range(syllables)
        )

    def ranked(self, first: int, last: int) -> str:
        """A word by how common it is: the rank lies from `first` to `last`."""
        return self.words[self.random.randint(first, last)]

    def day(self) -> str:
        """A day of ten years."""
        drawn = self.random
        return f"{drawn.randint(2015, 2024)}-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"

    def ledger(self, number: int) -> Ledger:
        """An article with its statements, each a sentence of it."""
        drawn = self.random
        lengths = [drawn.randint(8, 36) for _ in range(AN_ARTICLE)]
        words = iter(drawn.choices(self.words, cum_weights=self.weights, k=sum(lengths) + 8))
        title = " ".join(next(words) for _ in range(8))
        sentences = [" ".join(next(words) for _ in range(length)) + "." for length in lengths]
        words_ = "\n".join(sentences)
        key = f"article_{number:026}"
        day = self.day()
        article = Article(
            id=key,
            text_sha256=hashlib.sha256(words_.encode()).hexdigest(),
            path=f"{number}.txt",
            outlet=drawn.choice(self.outlets),
            title=title,
            published=When(start=day, end=day, precision="day", text=day),
            text=words_,
        )
        cast = [
            Actor(id=f"actor_{name}", type="person", name=name)
            for name in dict.fromkeys(drawn.choices(self.people, k=3))
        ]
        return Ledger(
            article=article,
            records=tuple(_statements(article, sentences, cast)),
            actors=tuple(cast),
        )


def _statements(article: Article, sentences: list[str], cast: list[Actor]) -> Iterator[Statement]:
    start = 0
    for number, sentence in enumerate(sentences):
        span = article.span(start, start + len(sentence))
        actor = cast[number % len(cast)]
        yield Statement(
            id=f"statement_{article.id}_{number}",
            article=article.id,
            spans=(span,),
            form="indirect",
            act="speech",
            cue=None,
            speaker=Party(name=actor.name, actor=actor.id, role="spokesman"),
            content=(span,),
        )
        start += len(sentence) + 1


def fill(address: str, world: World, statements: int) -> None:
    """Write the articles straight into the tables, with the rows that a batch of them would give."""
    start = time.perf_counter()
    engine, _, _ = open_engine(address, create=True)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(insert(versions), dict.fromkeys(versions.c.keys(), ""))
    for first in range(0, statements // AN_ARTICLE, A_BATCH):
        last = min(first + A_BATCH, statements // AN_ARTICLE)
        rows: dict[Table, list[Row]] = defaultdict(list)
        for number in range(first, last):
            for table, row in _rows(number + 1, world.ledger(number)):
                rows[table].append(row)
        rows[spellings] = [] if first else world.spellings()
        with engine.execution_options(writes=True).begin() as connection:
            for table in TABLES:
                if rows[table]:
                    connection.execute(insert(table), rows[table])
        sys.stderr.write(f"\r{last * AN_ARTICLE:,} statements, {time.perf_counter() - start:.0f} s")
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()
    sys.stderr.write("\n")


def _rows(key: int, ledger: Ledger) -> Iterator[tuple[Table, Row]]:
    """The rows of one article that a search reads."""
    article = ledger.article
    when = article.published
    assert when is not None
    assert when.start is not None
    days = (when.start, when.start)
    names = [actor.name for actor in ledger.actors]
    yield articles, {"key": key, **article_row(ledger, "", "2025-01-01T00:00:00")}
    words = line([*bare_words(article.title or ""), END, *bare_words(article.text)])
    besides = facets(article.outlet, [*names, "spokesman"], days)
    yield article_words, {"rowid": key, "words": words, "facets": besides}
    besides_of = {name: facets(article.outlet, [name, "spokesman"], days) for name in names}
    for position, record in enumerate(ledger.records):
        assert isinstance(record, Statement)
        assert record.speaker is not None
        number = (key - 1) * AN_ARTICLE + position + 1
        name = record.speaker.name
        yield (
            records,
            {
                "key": number,
                "id": record.id,
                "article": article.id,
                "position": position,
                "kind": "statement",
                "modality": record.modality,
                "first_day": when.start,
                "last_day": when.start,
                "record": json_of(record),
            },
        )
        yield (
            parties,
            {
                "article": article.id,
                "record": position,
                "position": 0,
                "part": "speaker",
                "actor": record.speaker.actor,
                "name": name,
                "role": "spokesman",
                "folded": f"{name} spokesman".lower(),
            },
        )
        said = line(bare_words(record.content[0].text))
        yield statement_words, {"rowid": number, "words": said, "facets": besides_of[name]}


def kinds(world: World) -> dict[str, Callable[[], Request]]:
    """The kinds of queries, each with what draws one."""

    def rare() -> str:
        return world.ranked(5000, 50_000)

    def usual() -> str:
        return world.ranked(100, 2000)

    def common() -> str:
        return world.ranked(0, 20)

    def family() -> str:
        return world.random.choice(world.people).split()[1]

    def phrase() -> str:
        """Two words that stand together somewhere, as likely as not both common."""
        a, b = world.random.choices(world.words, cum_weights=world.weights, k=2)
        return f'"{a} {b}"'

    def month() -> tuple[str, str]:
        day = world.day()[:7]
        return f"{day}-01", f"{day}-28"

    return {
        "a rare word": lambda: Request(words=rare()),
        "a usual word": lambda: Request(words=usual()),
        "one of the most common words": lambda: Request(words=common()),
        "two usual words": lambda: Request(words=f"{usual()} {usual()}"),
        "a usual and two common words": lambda: Request(words=f"{usual()} {common()} {common()}"),
        "a phrase": lambda: Request(words=phrase()),
        "a phrase of common words": lambda: Request(words=f'"{common()} {common()}"'),
        "a word without another": lambda: Request(words=f"{usual()} -{common()}"),
        "the beginning of a word": lambda: Request(words=f"{rare()[:4]}*"),
        "a family name, any spelling": lambda: Request(words=family()),
        "a usual word, --who": lambda: Request(words=usual(), who=family()),
        "a common word, --who, two words": lambda: Request(
            words=common(), who=world.random.choice(world.people)
        ),
        "a common word, --outlet": lambda: Request(
            words=common(), outlet=world.random.choice(world.outlets)
        ),
        "a usual word, a month": lambda: _between(usual(), *month()),
        "a common word, a month": lambda: _between(common(), *month()),
        "a common word, --since": lambda: Request(words=common(), since=world.day()),
        "the tenth page of a usual word": lambda: Request(words=usual(), page=10),
    }


def _between(words: str, since: str, until: str) -> Request:
    return Request(words=words, since=since, until=until)


def measure(
    store: Store, draw: Callable[[], Request], among: tuple[Among, ...]
) -> tuple[list[float], list[float]]:
    """Milliseconds of each draw, sorted: what passed, and what this process computed for it."""
    passed, computed = [], []
    for _ in range(DRAWS + 1):
        request = msgspec.structs.replace(draw(), among=among)
        start, begun = time.perf_counter(), time.process_time()
        search(store, request)
        passed.append((time.perf_counter() - start) * 1000)
        computed.append((time.process_time() - begun) * 1000)
    return sorted(passed[1:]), sorted(computed[1:])


def main() -> None:
    """Fill a store, or open one, and print the table."""
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    with tempfile.TemporaryDirectory() as folder:
        address = sys.argv[2] if len(sys.argv) > 2 else f"{folder}/store.sqlite"
        world = World()
        with open_store(address, create=True) as store:
            filled = store.counts()["articles"] > 0
        if not filled:
            fill(address, world, statements)
        with open_store(address) as store:
            counts = store.counts()
            print(f"{counts['statement']:,} statements of {counts['articles']:,} articles, ms")
            _print_table(store, world)


def _print_table(store: Store, world: World) -> None:
    heads = ("statements", "articles", "both", "both, processor")
    print("| query | " + " | ".join(f"{head} p50 | p95" for head in heads) + " |")
    print("|---" * (1 + 2 * len(heads)) + "|")
    for name, draw in kinds(world).items():
        measured = [measure(store, draw, (among,))[0] for among in EVERYWHERE[::-1]]
        measured += measure(store, draw, EVERYWHERE)
        cells = [
            cell for times in measured for cell in (times[DRAWS // 2], times[DRAWS * 19 // 20])
        ]
        print(f"| {name} | " + " | ".join(f"{cell:.0f}" for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
