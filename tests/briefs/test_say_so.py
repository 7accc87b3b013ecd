"""The say-so matrix: who stands beside whom, and what each article does with each claim."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.dispute import dispute
from collate.ledgers import collated
from sayso.briefs import make_briefs
from sayso.briefs.page import Page, open_page
from sayso.briefs.say_so import MEANINGS, Cell, Row, SaySo, say_so


def herring() -> Page:
    [brief] = make_briefs(collated(dispute()))
    return open_page(brief)


def test_every_article_has_one_column_and_every_claim_a_row_of_cells() -> None:
    page = herring()
    matrix = say_so(page)
    columns = [column.article for group in matrix.groups for column in group.columns]
    assert sorted(columns) == sorted(one.article for one in page.brief.articles)
    rows = [*matrix.shared, *matrix.alone]
    assert {row.claim.id for row in rows} == {
        claim.id for claim in page.claims if page.line_of(claim) is None
    }
    for row in rows:
        assert [len(cells) for cells in row.cells] == [len(g.columns) for g in matrix.groups]


def test_a_cell_is_silent_just_where_the_article_does_not_tell_the_claim() -> None:
    page = herring()
    for row, article, cell in cells(say_so(page)):
        denying = {path.article for origin in row.claim.denials for path in origin.paths}
        assert (cell.stance == "silent") == (article not in {*row.claim.articles, *denying})
        assert (cell.span is None) == (cell.stance == "silent")
        assert cell.span is None or cell.span.article == article


def test_a_sign_and_its_words_mean_the_same() -> None:
    meanings = {stance: (sign, words) for stance, sign, words in MEANINGS}
    for _, _, cell in cells(say_so(herring())):
        sign, words = meanings[cell.stance]
        assert cell.sign.startswith(sign)
        assert cell.words.startswith(words)


def test_the_order_of_the_articles_changes_nothing() -> None:
    [brief] = make_briefs(collated(dispute()[::-1]))
    assert say_so(open_page(brief)) == say_so(herring())


def cells(matrix: SaySo) -> Iterator[tuple[Row, str, Cell]]:
    for row in (*matrix.shared, *matrix.alone):
        for group, own in zip(matrix.groups, row.cells, strict=True):
            for column, cell in zip(group.columns, own, strict=True):
                yield row, column.article, cell
