"""One article's account of one thing, made ready for comparison with others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.framing import only_frames
from sayso.collate.marked import Marked, marked
from sayso.collate.parties import Parties, Voice
from sayso.collate.timing import Dated, dated_in
from sayso.collate.words import Word, stems_of, words_of
from sayso.model.collation import ClaimRecord
from sayso.model.ledger import UTTERED, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Span


class Passage(NamedTuple):
    """Words that stand between quotation marks, with where they stand."""

    span: Span
    words: tuple[Word, ...]


class Telling(NamedTuple):
    """A record with what collation compares: words, stems, quoted passages, numbers, polarity.

    `names` are the stems of names; `negates` are the stems next behind a negation, `negated` is the polarity of the whole, `lacking` that of a thing in it ("without").

    `counts` are the whole numbers but those of times, `frame` the stems without numbers and times.

    `statement` is how it is told: the record itself, or the statement that another record stands in.
    `fullness` is how much of what such a record can say it says. What is only `presupposed` in a threat or a
    supposition ("if the guns bought in May cross the border") is stated by nobody there.
    """

    record: ClaimRecord
    statement: Statement
    voice: Voice
    folded: str
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    passages: tuple[Passage, ...]
    negates: frozenset[str]
    negated: bool
    lacking: bool
    first_person: bool
    denied: bool
    dated: Dated | None = None
    counts: frozenset[str] = frozenset()
    frame: frozenset[str] = frozenset()
    fullness: int = 0
    presupposed: bool = False

    @property
    def who(self) -> str | None:
        """The speaker: by actor, else by name; None where nobody is named."""
        speaker = self.statement.speaker
        return (speaker.actor or speaker.resolved or speaker.name) if speaker else None

    @property
    def key(self) -> tuple[str, int, str]:
        """The order of tellings: by article, then by place, then by id."""
        return self.record.article, self.evidence[0].start, self.record.id

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The record's own words in the article."""
        return self.record.content if isinstance(self.record, Statement) else self.record.spans


def make_tellings(
    ledgers: Iterable[Ledger], parties: Parties, book: AccountBook
) -> tuple[Telling, ...]:
    """The tellings of all utterances in the batch: speech and writing, no thoughts or intentions.

    What a headline says of somebody whom its own text lets speak, or of that side, is no telling beside it; nor
    is what only lets another speak ("Reuters reported that he had said …"), or only names a topic ("raised the
    issue of the port").
    """
    found = []
    for ledger in ledgers:
        sides = _sides_heard(ledger, parties)
        around = marked(ledger)
        said = [one for one in ledger.records if isinstance(one, Statement) and _is_told(one, book)]
        for record in said:
            if _in_headline(record) and parties.side(record.speaker) in sides:
                continue
            if not any(only_frames(record, inner, book) for inner in said if inner is not record):
                found.append(telling_of(record, around, parties, book))
    return tuple(sorted(found, key=lambda telling: telling.key))


def _is_told(statement: Statement, book: AccountBook) -> bool:
    if statement.act not in UTTERED or not statement.content:
        return False
    first, second, third = (
        *(w.folded for w in words_of(statement.content[-1].text, book)),
        "",
        "",
        "",
    )[:3]
    is_topic = first in book.articles and second in book.topics and third == "of"
    return not (is_topic and statement.form == "indirect")


def _sides_heard(ledger: Ledger, parties: Parties) -> frozenset[str | None]:
    """Whose words the text of an article tells."""
    return frozenset(
        parties.side(record.speaker)
        for record in ledger.records
        if isinstance(record, Statement)
        and record.act in UTTERED
        and not _in_headline(record)
        and record.speaker is not None
    )


def _in_headline(statement: Statement) -> bool:
    return any(span.part == "title" for span in statement.content)


def stands_inside(part: Telling, whole: Telling) -> bool:
    """True where one statement's words are a piece of the other's ("warned of harm" in a longer one)."""
    return part.statement.article == whole.statement.article and all(
        any(
            outer.part == inner.part and outer.start <= inner.start and inner.end <= outer.end
            for outer in whole.statement.content
        )
        for inner in part.statement.content
    )


def telling_of(
    statement: Statement, around: Marked, parties: Parties, book: AccountBook
) -> Telling:
    """The telling of one statement in the article around it."""
    words = tuple(word for span in statement.content for word in words_of(span.text, book))
    timeless = [word for span in statement.content for word in around.timeless(span, book)]
    counts = frozenset(word.stem for word in timeless if word.stem and word.stem.isdigit())
    negations, lacking = (
        sum(word.folded in some for word in words) for some in (book.negations, book.lacking)
    )
    return Telling(
        record=statement,
        statement=statement,
        voice=parties.voice(statement.speaker),
        folded=" ".join(word.folded for word in words),
        stems=stems_of(words),
        names=around.names(statement.content, book),
        numbers=frozenset(word.stem for word in words if word.stem and word.stem[0].isdigit()),
        passages=tuple(_passages(statement, around, book)),
        negates=_negates(words, book),
        negated=negations % 2 == 1,
        lacking=lacking % 2 == 1,
        first_person=any(word.folded in book.first_person for word in words),
        denied=statement.modality == "denied",
        dated=dated_in(statement, around, book),
        counts=counts,
        frame=stems_of(timeless) - counts,
    )


def _negates(words: Sequence[Word], book: AccountBook) -> frozenset[str]:
    found: set[str] = set()
    waiting = False
    for word in words:
        if word.folded in book.negations:
            waiting = True
        elif waiting and word.stem is not None:
            found.add(word.stem)
            waiting = False
    return frozenset(found)


def _passages(statement: Statement, around: Marked, book: AccountBook) -> Iterable[Passage]:
    for content in statement.content:
        for start, end in around.quoted(content.part):
            first, last = max(start, content.start), min(end, content.end)
            if first < last:
                span = around.article.span(first, last, content.part)
                yield Passage(span, words_of(span.text, book))
