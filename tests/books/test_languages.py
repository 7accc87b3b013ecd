from __future__ import annotations

from sayso.books.languages import is_read


def test_english_is_read_and_of_an_unknown_language_it_is_tried() -> None:
    assert [is_read(code) for code in ("en", None, "ru", "ja")] == [True, True, False, False]
