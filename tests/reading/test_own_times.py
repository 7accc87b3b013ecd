"""When what a predicate tells took place."""

from __future__ import annotations

import pytest

from sayso.model.ids import digest_id
from sayso.model.text import Article
from sayso.reading import Reader


def when(reader: Reader, text: str, lemma: str) -> str | None:
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    [found] = [one for one in reader.read_one(article).predicates if one.lemma == lemma]
    return found.when.text if found.when else None


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Peru expelled the Chilean envoy on Monday.", "expel", "Monday"),
        ("On Monday, Peru met the Chilean envoy and expelled a consul.", "expel", "Monday"),
        ("Ministers met and conferred on Monday.", "meet", "Monday"),
        ("On Monday, rebels ambushed a convoy, killing two soldiers.", "kill", "Monday"),
        ("The minister was forced in July to resign.", "resign", "July"),
        ("Monday's raid killed two fishermen.", "kill", "Monday"),
        ("Chad launched an attack on the garrison on Monday.", "attack", "Monday"),
    ],
)
def test_a_time_of_the_deed(reader: Reader, text: str, lemma: str, expected: str) -> None:
    assert when(reader, text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("A court convicted the pilot of killing two farmers in May 2011.", "convict"),
        ("The senator, who faces an election in 2018, praised Estonia.", "praise"),
        ("Rebels shot a man who had left the army in 2003.", "shoot"),
        ("Peru condemned the attack of last Monday.", "condemn"),
        ("A pilot convicted of theft before his arrest on Monday has left.", "convict"),
        ("Officials said on Monday that rebels had shelled the town.", "shell"),
    ],
)
def test_the_time_of_something_else_is_not_the_deeds(reader: Reader, text: str, lemma: str) -> None:
    assert when(reader, text, lemma) is None


def test_the_words_of_a_rule_do_not_begin_with_its_month(reader: Reader) -> None:
    text = "Since February Peru has banned the export of arms to Chile."
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    [found] = reader.read_one(article).rule_changes
    assert [span.text for span in found.evidence] == ["Peru has banned the export of arms to Chile"]
