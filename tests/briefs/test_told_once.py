"""What a brief tells once: a threat that several quote, a deal and its announcement, and who is in vain told again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collate.ledgers import Desk, about, collated
from sayso.briefs import make_briefs
from sayso.collate import Collation
from sayso.engines.local import to_ledger

if TYPE_CHECKING:
    from sayso.reading import Reader

WIRE = (
    "Turkey’s ambassador to Greece, Orhan Sezer, told reporters on Monday that Ankara would regard it as a "
    "breach of the treaty if torpedoes bought by Greece were passed on to Cyprus.\n\n"
    "“If a single one of these torpedoes appears in a harbour of Cyprus, Turkey will regard it as a breach "
    "of the treaty,” Sezer said at a press conference in Athens."
)
REWRITE = (
    "Turkey’s ambassador to Greece, Orhan Sezer, met the press in Athens. Turkey, the ambassador said, “will "
    "regard it as a breach of the treaty” if one of the torpedoes turns up by night at a quay in Cyprus."
)
VAGUE = (
    "Turkey’s ambassador to Greece, Orhan Sezer, declared on Friday that his country would not look on "
    "while submarines were moved towards its southern coast."
)
DEAL = (
    "In May 2031 Norway announced an agreement to supply torpedoes to Greece. Norway agreed in May 2031 to "
    "supply 12 torpedoes to Greece."
)


def read(reader: Reader, *texts: str) -> Collation:
    desks = [Desk(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    return collated([to_ledger(reader.read_one(desk.article)) for desk in desks])


def test_a_threat_quoted_alike_is_one_red_line(reader: Reader) -> None:
    [line] = about(read(reader, WIRE, REWRITE), "redline")
    assert len(line.articles) == 2


def test_another_line_that_fewer_tell_and_that_leaves_the_answer_open_is_not_in_the_summary(
    reader: Reader,
) -> None:
    collation = read(reader, WIRE, REWRITE, VAGUE)
    lines = about(collation, "redline")
    assert len(lines) == 2
    [brief] = make_briefs(collation)
    told = [key for sentence in brief.summary for key in sentence.claims]
    assert [line.id in told for line in sorted(lines, key=lambda one: -len(one.articles))] == [
        True,
        False,
    ]


def test_a_deal_and_its_announcement_are_one_line_of_the_timeline(reader: Reader) -> None:
    collation = read(reader, DEAL)
    [brief] = make_briefs(collation)
    assert len(brief.timeline) == 1
