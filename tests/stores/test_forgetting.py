"""What is forgotten leaves nothing but a tombstone, and does not come back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from briefs.dispute import rewrite, wire
from sayso.errors import StoreError
from sayso.model.collation import Footing, Judgement
from sayso.model.ids import with_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import Capture, Selection, Store, Tombstone, open_store
from sayso.stores.opening import open_engine
from sayso.stores.tables import metadata
from stores.shelf import LATER, batch

WORD = "Wollgrasbleiche"


def tombstone(ledger: Ledger) -> Tombstone:
    return Tombstone(
        article=ledger.article.id,
        text_sha256=ledger.article.text_sha256,
        reason="asked for",
        author="ida",
        at="2025-06-01T12:00:00+00:00",
    )


def judgement(ledger: Ledger, **fields: object) -> Judgement:
    record = ledger.records[0]
    made = Judgement(
        id="",
        left=record.id,
        verdict="wrong",
        reason=f"it says {WORD}",
        author="ida",
        at="2025-06-01T12:00:00+00:00",
        on=(Footing(record=record.id, about="statement", article=record.article),),
    )
    return with_id(msgspec.structs.replace(made, **fields))


def test_an_article_goes_with_all_that_was_made_of_it(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    wrong = judgement(wire())
    undone = judgement(wire(), left=wrong.id, verdict="undone", on=())
    kept = judgement(rewrite())
    for one in (wrong, undone, kept):
        store.judge(one)
    done = store.forget(tombstone(wire()))
    assert (done.records, done.captures, done.judgements) == (len(wire().records), 1, 2)
    assert [ledger.article.id for ledger in store.ledgers()] == [rewrite().article.id]
    assert store.judgements() == (kept,)
    assert store.tombstone(wire().article.id) == tombstone(wire())
    assert store.forgotten([wire().article.id, rewrite().article.id]) == {wire().article.id}
    assert list(store.check()) == []


def test_it_does_not_come_back(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    store.forget(tombstone(wire()))
    for again in (False, True):
        done = store.write(batch(wire(), rewrite(), version=LATER, again=again))
        assert (done.new, done.forgotten) == (0, 1)
    capture = Capture(article=wire().article.id, path="other.txt")
    store.write(msgspec.structs.replace(batch(), captures=(capture,)))
    same_text = msgspec.structs.replace(
        wire(),
        article=msgspec.structs.replace(wire().article, id="article_other", path="copy.html"),
        records=(),
    )
    assert store.write(batch(same_text)).forgotten == 1
    assert store.counts()["articles"] == store.counts()["captures"] == 1
    assert list(store.check()) == []


def test_articles_without_text_are_not_all_the_same(store: Store) -> None:
    def empty(key: str) -> Ledger:
        import hashlib

        article = msgspec.structs.replace(
            wire().article, id=key, text="", text_sha256=hashlib.sha256(b"").hexdigest()
        )
        return Ledger(article=article)

    store.write(batch(empty("article_one")))
    store.forget(tombstone(empty("article_one")))
    assert store.write(batch(empty("article_two"))).new == 1


def test_quarantines_of_the_same_bytes_go_too(store: Store) -> None:
    from sayso.model.ids import sha256_id

    sha256 = "ab" * 32
    article = msgspec.structs.replace(wire().article, id=sha256_id("article", sha256))
    ledger = Ledger(article=article)
    same = Quarantine(path="was.txt", reason="cut off", sha256=sha256)
    other = Quarantine(path="other.txt", reason="cut off", sha256="00" * 32)
    store.write(msgspec.structs.replace(batch(ledger), quarantines=(same, other)))
    assert store.forget(tombstone(ledger)).quarantines == 1
    assert list(store.quarantines()) == [other]


def test_a_judgement_on_actors_stays_while_others_name_them(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    footing = tuple(
        Footing(record=actor, about="actor", article=ledger.article.id)
        for ledger in (wire(), rewrite())
        for actor in ("actor_a", "actor_b")
    )
    one = judgement(wire(), left="actor_a", right="actor_b", verdict="same", on=footing)
    store.judge(one)
    assert store.forget(tombstone(wire())).judgements == 0
    [left] = store.judgements()
    assert left == msgspec.structs.replace(one, on=footing[2:])
    assert list(store.check()) == []
    assert store.forget(tombstone(rewrite())).judgements == 1


@pytest.mark.parametrize("given", ["id", "beginning", "bare", "path", "url"])
def test_an_article_is_found_by_whatever_names_it(store: Store, given: str) -> None:
    named = msgspec.structs.replace(
        wire(), article=msgspec.structs.replace(wire().article, url="https://news.example/1")
    )
    store.write(batch(named, rewrite()))
    key = wire().article.id
    names = {
        "id": key,
        "beginning": key[:20],
        "bare": key.removeprefix("article_")[:12],
        "path": wire().article.path,
        "url": "https://news.example/1",
    }
    assert store.find(names[given] or "") == (key,)
    assert store.find("%") == store.find("") == store.find("article\0") == ()
    assert len(store.find("article")) == 2


def test_its_words_are_in_no_row(store: Store, address: str) -> None:
    store.write(batch(secret(), rewrite()))
    store.judge(judgement(secret()))
    assert WORD in everything(address)
    store.forget(tombstone(secret()))
    store.cleanse()
    assert WORD not in everything(address)
    assert [ledger.article.id for ledger in store.ledgers()] == [rewrite().article.id]


def secret() -> Ledger:
    """An article with a word in its text, its title, its records and its actors."""
    content = msgspec.json.encode(wire()).replace(b"herring", WORD.encode())
    return msgspec.json.decode(content, type=Ledger)


def everything(address: str) -> str:
    engine, _, _ = open_engine(address, create=False)
    with engine.connect() as connection:
        found = [
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(table.select())
        ]
    engine.dispose()
    return "\n".join(found)


def test_its_words_are_in_no_byte_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with open_store(str(path), create=True) as store:
        # Written twice, so that pages that became free hold the words as well.
        for version in (1, 2):
            store.write(batch(secret(), again=version == 2))
            store.write(batch(*(numbered(n) for n in range(40)), again=True))
        assert WORD.encode() in bytes_of(tmp_path)
        store.forget(tombstone(secret()))
        store.cleanse()
        assert WORD.encode() not in bytes_of(tmp_path)
        assert store.counts()["articles"] == 40
    assert WORD.encode() not in bytes_of(tmp_path)


def numbered(number: int) -> Ledger:
    article = msgspec.structs.replace(rewrite().article, id=f"article_{number}")
    return msgspec.structs.replace(rewrite(), article=article)


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_while_somebody_reads_the_log_stays_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.stores.sqlite._WAIT_SECONDS", 0.05)
    path = tmp_path / "store.sqlite"
    with open_store(str(path), create=True) as store, open_store(str(path)) as reader:
        store.write(batch(secret(), rewrite()))
        reading = reader.ledgers()
        next(reading)
        store.forget(tombstone(secret()))
        with pytest.raises(StoreError, match="run the same command again"):
            store.cleanse()
        assert len([*reading]) == 1
        store.cleanse()
        assert WORD.encode() not in bytes_of(tmp_path)


def test_a_store_of_before_is_counted(address: str) -> None:
    from sayso.stores.opening import migrate

    with open_store(address, create=True) as store:
        store.write(batch(wire(), rewrite()))
    engine, _, _ = open_engine(address, create=False)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection, "0001")
        assert connection.scalar(text("SELECT count(*) FROM articles")) == 2
    engine.dispose()
    with open_store(address) as store:
        assert list(store.check()) == []
        assert len(list(store.ledgers(Selection()))) == 2
