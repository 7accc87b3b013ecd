"""Giant articles: what of them is compared, and that all of them is still there."""

from __future__ import annotations

from collate.ledgers import Desk as Written
from sayso.desk.giants import CODE, MOST_CHARACTERS, MOST_RECORDS, lightened
from sayso.model.ledger import Caveat, Statement
from sayso.model.reading import Ledger


def crowded(number: int) -> Ledger:
    """An article with so many statements, the shortest way to have them."""
    words = [f"the tide is {at:05d} cubits high" for at in range(number)]
    made = Written(" ".join(f"Per Holm said {one}." for one in words), path="crowded.txt")
    for one in words:
        made.said("Per Holm", one)
    return made.ledger()


def test_an_article_of_usual_length_stays_as_it_is() -> None:
    ledger = crowded(3)
    assert lightened(ledger) is ledger


def test_of_many_records_the_first_are_compared_and_the_cut_is_told() -> None:
    ledger = crowded(MOST_RECORDS + 7)
    light = lightened(ledger)
    told = [one for one in light.records if isinstance(one, Statement)]
    assert told == sorted(told, key=lambda one: one.content[0].start)
    assert told[-1].content[0].text == f"the tide is {MOST_RECORDS - 1:05d} cubits high"
    [doubt] = [one for one in light.records if isinstance(one, Caveat)]
    assert doubt.code == CODE
    assert f"{MOST_RECORDS:,} of {MOST_RECORDS + 7:,} records" in doubt.detail


def test_the_order_of_records_does_not_matter() -> None:
    ledger = crowded(MOST_RECORDS + 2)
    turned = Ledger(article=ledger.article, records=ledger.records[::-1])
    assert lightened(turned).records == lightened(ledger).records


def test_of_a_long_text_the_beginning_stays_and_what_records_stand_in() -> None:
    text = f"Per Holm said the pier is shut. {'The ferry is late. ' * 20_000}Per Holm said no."
    ledger = Written(text).said("Per Holm", "the pier is shut").said("Per Holm", "no.").ledger()
    light = lightened(ledger)
    assert len(light.article.text) == len(text)
    assert light.article.text[:MOST_CHARACTERS] == text[:MOST_CHARACTERS]
    assert light.article.text[MOST_CHARACTERS:-400].isspace()
    for record in ledger.records:
        assert all(light.article.span(one.start, one.end) == one for one in record.spans)
