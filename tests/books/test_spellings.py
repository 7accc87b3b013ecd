"""The book of spellings of places."""

from __future__ import annotations

from sayso.books.spellings import load_spellings


def test_every_spelling_leads_to_all_others() -> None:
    book = load_spellings()
    assert {"kyiv", "kiev", "киев"} <= set(book["kiev"])
    for word, written in book.items():
        assert word in written
        assert len(written) > 1
        assert all(book[other] == written for other in written)
