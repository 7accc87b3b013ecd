from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sayso.engines.local import Taking, read_articles, read_ledgers, to_ledger
from sayso.inputs import Skipped
from sayso.model.ledger import Quarantine, Statement
from sayso.model.reading import Ledger
from sayso.settings import Settings

STRIKE = """Dockers reject the offer

The dockers will not return before the pay is settled, their leader, Amadou Kessler, told the news agency Corvane.
"We have waited for nine months and we can wait for nine more," he said on Thursday.
"""
LONG = "The council met and went home again. " * 50


def test_articles_come_out_in_order_and_what_failed_beside_them(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(STRIKE)
    (tmp_path / "2.txt").write_text("")
    (tmp_path / "3.txt").write_text(LONG)
    (tmp_path / "4.bin").write_bytes(b"\x00\x01")
    (tmp_path / "5.txt").write_text(STRIKE)
    found = list(read_ledgers([str(tmp_path)], Settings(max_article_chars=1000), Taking()))
    ledgers = [item for item in found if isinstance(item, Ledger)]
    quarantined = {Path(item.path).name: item for item in found if isinstance(item, Quarantine)}
    assert [Path(ledger.article.path or "").name for ledger in ledgers] == ["1.txt", "5.txt"]
    assert set(quarantined) == {"2.txt", "3.txt"}
    assert [Path(item.path).name for item in found if isinstance(item, Skipped)] == ["4.bin"]
    long = quarantined["3.txt"]
    assert "more than 1,000" in long.reason
    assert long.bytes == len(LONG)
    assert long.sha256 == hashlib.sha256(LONG.encode()).hexdigest()
    assert ledgers[0].article.id == ledgers[1].article.id
    assert ledgers[0].records == ledgers[1].records
    names = {
        record.speaker.resolved or record.speaker.name
        for record in ledgers[0].records
        if isinstance(record, Statement) and record.speaker
    }
    assert "Amadou Kessler" in names


def test_taking_says_what_the_input_does_not(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(STRIKE)
    taking = Taking(as_is=True, published="2019-06-07", language="en")
    (ledger,) = read_ledgers([str(tmp_path / "1.txt")], Settings(), taking)
    assert isinstance(ledger, Ledger)
    assert ledger.article.text == STRIKE
    assert ledger.article.published is not None
    assert ledger.article.published.start == "2019-06-07"
    assert ledger.article.language == "en"


def test_without_an_article_no_language_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("")
    settings = Settings(language_model="there_is_no_such_model")
    (only,) = read_ledgers([str(tmp_path)], settings, Taking())
    assert isinstance(only, Quarantine)


def test_articles_alone_are_the_same_articles_and_need_no_language_model(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(STRIKE)
    (tmp_path / "2.txt").write_text("")
    settings = Settings(language_model="there_is_no_such_model")
    alone, empty = read_articles([str(tmp_path)], settings, Taking())
    whole, _ = read_ledgers([str(tmp_path)], Settings(), Taking())
    assert isinstance(alone, Ledger)
    assert isinstance(whole, Ledger)
    assert isinstance(empty, Quarantine)
    assert alone.article == whole.article
    assert alone.records == ()


@pytest.mark.parametrize("limit", [len(LONG.strip()) - 1, len(LONG.strip())])
def test_the_longest_article_that_is_allowed(tmp_path: Path, limit: int) -> None:
    (tmp_path / "1.txt").write_text(LONG)
    settings = Settings(max_article_chars=limit, language_model="there_is_no_such_model")
    found = read_ledgers([str(tmp_path)], settings, Taking())
    if limit < len(LONG.strip()):
        assert isinstance(next(found), Quarantine)
    else:
        from sayso.errors import ModelError

        with pytest.raises(ModelError):  # the article passed, so the model is wanted
            next(found)


def test_a_ledger_holds_the_readings_own_doubts() -> None:
    from sayso.model.ledger import Caveat
    from sayso.model.reading import Reading
    from sayso.model.text import Article

    article = Article(id="article_a", text_sha256="0", text="Nothing was said.")
    doubt = Caveat(id="caveat_a", article=article.id, spans=(), code="unresolved_date", detail="-")
    assert to_ledger(Reading(article=article, caveats=(doubt,))).records == (doubt,)


def test_what_no_article_is_shaped_like_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("a\n" * 300)
    (tmp_path / "2.txt").write_text("It was said that " + "it was late and " * 20 + "so on.")
    settings = Settings(
        max_lines=200, max_paragraph_chars=200, language_model="there_is_no_such_model"
    )
    lines, paragraph = read_ledgers([str(tmp_path)], settings, Taking())
    assert isinstance(lines, Quarantine)
    assert isinstance(paragraph, Quarantine)
    assert lines.reason == "it has 301 lines, more than 200"
    assert "a paragraph has" in paragraph.reason
