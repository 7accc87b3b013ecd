"""The review: judgements made, logged and undone on the desk, and what the pages tell afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from desk.conftest import AUTHOR, client, read_into
from sayso.model.collation import Judgement
from sayso.model.ledger import Statement
from sayso.stores import Store

WIRE = """Harbour to close

Published: 4 May 2021

The harbour will close in June, the harbour master, Edda Molnar, told reporters on Tuesday.

"Nobody asked us," the captain, Ivo Brandt, said.
"""
PAPER = """Harbour closes in June

Published: 5 May 2021

The harbour will close in June, the harbour master, Edda Molnar, said.
"""


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with two small articles, as bytes."""
    from sayso.stores import open_store

    folder = tmp_path_factory.mktemp("harbour")
    paths = [folder / "wire.txt", folder / "paper.txt"]
    for path, text in zip(paths, (WIRE, PAPER), strict=True):
        path.write_text(text)
    with open_store(str(folder / "store.sqlite"), create=True) as opened:
        read_into(opened, paths)
    return (folder / "store.sqlite").read_bytes()


@pytest.fixture
def store(read_once: bytes, tmp_path: Path) -> Iterator[Store]:
    from sayso.stores import open_store

    (tmp_path / "store.sqlite").write_bytes(read_once)
    with open_store(str(tmp_path / "store.sqlite")) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Iterator[TestClient[Any]]:
    with client(store) as made:
        yield made


def said(store: Store, who: str) -> list[Statement]:
    """The statements of somebody, as they were extracted."""
    return [
        record
        for ledger in store.ledgers()
        for record in ledger.records
        if isinstance(record, Statement) and record.speaker and record.speaker.resolved == who
    ]


def judge(desk: TestClient[Any], what: str, **fields: str) -> Any:
    data = {"reason": "as the recording has it", **fields}
    return desk.post(f"/review/{what}", data=data, follow_redirects=False)


def last(store: Store) -> Judgement:
    return store.judgements()[-1]


def story_page(desk: TestClient[Any]) -> str:
    [address, *_] = re.findall(r'href="(/story/[^"/]+)"', desk.get("/").text)
    return unescape(desk.get(address).text)


def test_what_is_rejected_leaves_the_story_until_that_is_undone(
    desk: TestClient[Any], store: Store
) -> None:
    [record] = said(store, "Ivo Brandt")
    before = story_page(desk)
    assert "Nobody asked us" in before
    answer = judge(desk, "reject", record=record.id)
    made = last(store)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review#{made.id}")
    assert (made.verdict, made.author, made.left) == ("wrong", AUTHOR, record.id)
    assert "Nobody asked us" not in story_page(desk)
    page = desk.get(f"/review/record/{record.id}").text
    assert "it is in no answer" in page
    assert 'action="/review/reject"' not in page
    assert judge(desk, "undo", judgement=made.id, reason="").status_code == 303
    assert last(store).verdict == "undone"
    assert seal_free(story_page(desk)) == seal_free(before)
    assert judge(desk, "undo", judgement=last(store).id, reason="").status_code == 303
    assert "Nobody asked us" not in story_page(desk)


def test_the_log_says_who_decided_what_when_and_why(desk: TestClient[Any], store: Store) -> None:
    [record] = said(store, "Ivo Brandt")
    judge(desk, "correct", record=record.id, path="speaker.role", value="pilot")
    made = last(store)
    page = unescape(desk.get("/review").text)
    for told in ("speaker.role", '"pilot"', "as the recording has it", AUTHOR, "in force"):
        assert told in page
    assert (made.at or "")[:16].replace("T", " ") in page
    [told] = desk.get("/review?as=json").json()
    assert told["id"] == made.id
    assert "pilot" in unescape(desk.get(f"/article/{record.article}").text)
    assert desk.get("/review?by=nobody&as=json").json() == []


def test_claims_are_parted_and_joined(desk: TestClient[Any], store: Store) -> None:
    pair = {one.id for one in said(store, "Edda Molnar")}

    def together() -> list[Any]:
        claims = desk.get("/claims?as=json").json()
        return [one for one in claims if pair <= set(one["records"])]

    [claim] = together()
    story = re.findall(r"/story/([^/\"]+)/claim/" + claim["id"], desk.get("/claims").text)[0]
    page = desk.get(f"/review/claim/{story}/{claim['id']}").text
    [other] = pair - {claim["record"]["id"]}
    assert f'<option value="{other}">' in page
    left = claim["record"]["id"]
    assert judge(desk, "pair", left=left, right=other, verdict="different").status_code == 303
    assert together() == []
    assert judge(desk, "pair", left=left, right=other, verdict="same").status_code == 303
    assert together() == [claim]


def test_actors_are_joined_and_parted(desk: TestClient[Any], store: Store) -> None:
    left, right = (
        one.speaker.actor
        for who in ("Edda Molnar", "Ivo Brandt")
        for one in said(store, who)[:1]
        if one.speaker
    )
    assert left
    assert right
    assert f'<option value="{right}">' in desk.get(f"/review/actor/{left}").text
    assert judge(desk, "pair", left=left, right=right, verdict="same").status_code == 303
    page = desk.get(f"/actor/{left}").text
    assert "Brandt" in page
    assert "Molnar" in page
    parts = re.findall(
        r'<option value="(actor_\w+)">actor_', desk.get(f"/review/actor/{left}").text
    )
    assert set(parts) <= {left, right}
    assert judge(desk, "pair", left=left, right=right, verdict="different").status_code == 303
    assert not ({"Brandt", "Molnar"} <= set(re.findall(r"\w+", desk.get(f"/actor/{left}").text)))


def asked(page: str) -> dict[str, list[str]]:
    """The options of each choice on a page, as a form would send them."""
    chosen = re.findall(r'<select id="ask-[^"]+" name="([^"]+)">(.*?)</select>', page, re.DOTALL)
    return {
        name: [unescape(one) for one in re.findall(r'<option value="([^"]*)"', options)]
        for name, options in chosen
    }


def test_a_record_is_put_right_by_choices_and_words_of_its_article(
    desk: TestClient[Any], store: Store
) -> None:
    [record] = said(store, "Ivo Brandt")
    page = desk.get(f"/review/record/{record.id}").text
    assert "Nobody asked us" in unescape(page.split('class="in-place"')[1].split("</aside>")[0])
    [other] = [one for one in asked(page)["speaker"] if "Molnar" in one]
    held = {"record": record.id, "content": record.content[0].text, "form": '"direct"'}
    same = judge(desk, "right", **held)
    assert (same.status_code, store.judgements()) == (422, ())
    assert judge(desk, "right", **held | {"speaker": other, "act": '"writing"'}).status_code == 303
    made = last(store)
    assert [one.path for one in made.changes] == ["act", "speaker"]
    assert "Edda Molnar" in unescape(desk.get(f"/review/record/{record.id}").text)
    nowhere = judge(desk, "right", **held | {"content": "Everybody asked us"})
    assert nowhere.status_code == 422
    assert "do not stand in the article: Everybody asked us" in unescape(nowhere.text)
    cut = judge(desk, "right", record=record.id, content="Nobody … us")
    assert cut.status_code == 303
    assert '"Nobody"' in last(store).changes[0].value
    told = judge(desk, "right", record=record.id, several="addressees", addressees=other)
    assert told.status_code == 303
    assert last(store).changes[0].value == f"[{other}]"


def test_a_record_is_added_by_answers(desk: TestClient[Any], store: Store) -> None:
    article = said(store, "Ivo Brandt")[0].article
    given = {"kind": "statement", "words": "harbour will close in June"}
    page = desk.get(f"/review/add/{article}", params=given).text
    [speaker] = [one for one in asked(page)["speaker"] if "Molnar" in one]
    answer = judge(desk, "add", article=article, speaker=speaker, act='"writing"', **given)
    assert answer.status_code == 303
    made = last(store).record
    assert isinstance(made, Statement)
    assert made.speaker is not None
    assert (made.act, made.speaker.resolved) == ("writing", "Edda Molnar")
    assert judge(desk, "add", article=article, kind="statement", words="the").status_code == 422


def test_a_record_is_added_from_its_words(desk: TestClient[Any], store: Store) -> None:
    article = said(store, "Ivo Brandt")[0].article
    asked = {"kind": "policy_change", "words": "harbour will close in June"}
    page = desk.get(f"/review/add/{article}", params=asked).text
    found = re.search(r'<textarea id="record"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found is not None
    assert judge(desk, "add", record=unescape(found[1])).status_code == 303
    made = last(store)
    assert made.record is not None
    assert made.record.spans[0].text == asked["words"]
    assert made.left in desk.get(f"/article/{article}?as=json").text
    assert desk.get(f"/review/record/{made.left}").status_code == 200
    for words, told in (("harbour", "more than once"), ("no such words", "do not stand there")):
        asked["words"] = words
        assert told in desk.get(f"/review/add/{article}", params=asked).text


@pytest.mark.parametrize(
    ("what", "fields", "told"),
    [
        ("reject", {"record": "statement_nowhere"}, "no records"),
        ("reject", {"record": "", "reason": "x"}, "not said"),
        ("reject", {"record": "RECORD", "reason": " "}, "say why"),
        ("correct", {"record": "RECORD", "path": "speaker.mood", "value": "1"}, "no speaker.mood"),
        ("correct", {"record": "RECORD", "path": "act", "value": "sung"}, "act"),
        ("correct", {"record": "RECORD", "path": "id", "value": "x"}, "cannot be changed"),
        ("correct", {"record": "RECORD", "path": "spans.0.end", "value": "9"}, " is "),
        ("pair", {"left": "RECORD", "right": "RECORD", "verdict": "same"}, "both are"),
        ("pair", {"left": "RECORD", "right": "x", "verdict": "wrong"}, "two are one"),
        ("add", {"record": "{"}, "no record"),
        ("add", {"record": '{"kind":"statement"}'}, "no record"),
        ("undo", {"judgement": "judgement_"}, "no judgement"),
    ],
)
def test_a_judgement_that_does_not_fit_is_told_and_not_kept(
    desk: TestClient[Any], store: Store, what: str, fields: dict[str, str], told: str
) -> None:
    [record] = said(store, "Ivo Brandt")
    given = {name: record.id if text == "RECORD" else text for name, text in fields.items()}
    answer = judge(desk, what, **given)
    assert answer.status_code == 422
    assert told in unescape(answer.text)
    assert store.judgements() == ()


@pytest.mark.parametrize(
    "path",
    [
        "/review/record/nowhere",
        "/review/record/..%2f..%2fetc%2fpasswd",
        "/review/claim/a/b",
        "/review/actor/%00",
        "/review/add/article_nowhere",
        "/static/..%2f..%2fapp.py",
        "/static/../app.py",
        "/article/..%2f..%2f..%2fetc%2fpasswd",
    ],
)
def test_what_is_not_there_is_not_there(desk: TestClient[Any], path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_every_record_claim_and_actor_leads_to_its_review(
    desk: TestClient[Any], store: Store
) -> None:
    [record] = said(store, "Ivo Brandt")
    assert record.speaker is not None
    assert f"/review/record/{record.id}" in desk.get(f"/article/{record.article}").text
    assert (
        f"/review/actor/{record.speaker.actor}" in desk.get(f"/actor/{record.speaker.actor}").text
    )
    [place, *_] = re.findall(r"/story/\w+/claim/\w+", desk.get("/claims").text)
    review = place.replace("/story/", "/review/claim/").replace("/claim/claim_", "/claim_")
    assert review in desk.get(place).text
    for path in (f"/review/record/{record.id}", f"/review/actor/{record.speaker.actor}", review):
        assert desk.get(path).status_code == 200, path


def seal_free(page: str) -> str:
    return re.sub(r'name="seal" value="\w+"', "", page)


def test_an_article_is_forgotten_for_good(desk: TestClient[Any], store: Store) -> None:
    [record] = said(store, "Ivo Brandt")
    page = desk.get(f"/article/{record.article}").text
    assert f"/forget/{record.article}" in page
    assert desk.get(f"/forget/{record.article}").status_code == 200
    unsaid = desk.post("/forget", data={"article": record.article, "reason": ""})
    assert unsaid.status_code == 422
    done = desk.post(
        "/forget", data={"article": record.article, "reason": "asked"}, follow_redirects=False
    )
    assert done.status_code == 303
    assert desk.get(f"/article/{record.article}").status_code == 404
    left = store.tombstone(record.article)
    assert left is not None
    assert (left.author, left.reason) == (AUTHOR, "asked")
