"""Searches: both databases find the same in the same order, whatever is typed, and forget what was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.dispute import dispute, rewrite, wire
from collate.ledgers import Desk, an_actor
from sayso.errors import UsageError
from sayso.model.reading import Ledger
from sayso.search.finding import Request, Result, search
from sayso.stores import Store, Tombstone, open_store
from stores.shelf import LATER, batch

SPEAKER = an_actor("Igor Nozdryov", country="RUS", office="captains' speaker")
AGAIN = an_actor("Igor Nozdrev", country="RUS")
OTHER = an_actor("Vera Berg", country="DEU", office="speaker of Igor Holm")


def harbour() -> Ledger:
    desk = Desk(
        "The ferries stay in Kiev, Igor Nozdryov said.\nVera Berg said the quay is closed.\nNobody sails.",
        path="harbour.txt",
        outlet="The Aller Post",
        published="2021-05-04",
        title="Ferries stay; quay X-101 closed",
    )
    desk.said(SPEAKER, "The ferries stay in Kiev", cue="said")
    return desk.said(OTHER, "the quay is closed", cue="said").ledger()


def sailing() -> Ledger:
    desk = Desk(
        "On Sunday Igor Nozdrev said that the ferries, the old ferries, sail from Kyiv again; no quay is left.",
        path="sailing.txt",
        outlet="Aller Daily",
        published="2023-01-09",
    )
    return desk.said(
        AGAIN, "the ferries, the old ferries, sail from Kyiv again; no quay is left", cue="said"
    ).ledger()


def odd() -> Ledger:
    desk = Desk(
        "製粉所が閉まる。 Zażółć gęślą: 100% closed_now\\ 🌾 and\0then ½ of X-101.",
        path="odd.txt",
        outlet="“Aller”\0",
    )
    return desk.ledger()


ALL = (*dispute(), harbour(), sailing(), odd())


@pytest.fixture(scope="module")
def both(
    server: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    folder: Path = tmp_path_factory.mktemp("search")
    with ExitStack() as stack:
        stores = [
            stack.enter_context(open_store(address, create=True))
            for address in (f"{folder}/store.sqlite", server())
        ]
        for store in stores:
            store.write(batch(*ALL[:3]))
            store.write(batch(*ALL[3:]))
        yield stores[0], stores[1]


def paths(result: Result, among: str = "articles") -> list[str]:
    return [Path(one.path or "").stem for one in result.found if one.among == among]


@pytest.mark.parametrize(
    ("request_", "articles", "statements"),
    [
        (Request(words="ferries"), "sailing harbour", "sailing harbour"),
        (Request(words="FERRIES quay"), "harbour sailing", "sailing"),
        (Request(words='"old ferries"'), "sailing", "sailing"),
        (Request(words='"ferries old"'), "", ""),
        (Request(words="ferries -old"), "harbour", "harbour"),
        (Request(words='ferries -"old ferries"'), "harbour", "harbour"),
        (Request(words="ferr*"), "sailing harbour", "sailing harbour"),
        (Request(words="Ноздрёв"), "sailing harbour", ""),
        (Request(words='"Nozdrev"'), "sailing", ""),
        (Request(words="Kyiv"), "sailing harbour", "sailing harbour"),
        (Request(words="x-101"), "odd harbour", ""),
        (Request(words="zazolc GESLA"), "odd", ""),
        (Request(words="粉所"), "odd", ""),
        (Request(words="所粉"), "", ""),
        (Request(words="said", who="Nozdryov"), "harbour sailing", ""),
        (Request(words="the", who="Nozdryov"), "sailing harbour", "sailing harbour"),
        (Request(words="the", who="igor captains"), "harbour", "harbour"),
        # Igor stands in the role of one, Nozdryov in the name of another.
        (Request(words="quay", who="vera nozdryov"), "harbour", ""),
        (Request(words="ferries", outlet="aller"), "sailing harbour", "sailing harbour"),
        (Request(words="ferries", outlet="aller post"), "harbour", "harbour"),
        (Request(words="ferries", since="2021-05-04", until="2021-05-04"), "harbour", "harbour"),
        (Request(words="ferries", since="2021-05-05"), "sailing", "sailing"),
        (Request(words="ferries", until="2022-12-31"), "harbour", "harbour"),
        (Request(words="ferries", since="1900-01-01"), "sailing harbour", "sailing harbour"),
        # Undated: nothing tells that it is of that time.
        (Request(words="closed", since="1900-01-01"), "harbour", "harbour"),
    ],
)
def test_what_is_found_over_both_databases(
    both: tuple[Store, Store], request_: Request, articles: str, statements: str
) -> None:
    ours, theirs = (search(store, request_) for store in both)
    assert ours == theirs
    found = [sorted(paths(ours, among)) for among in ("articles", "statements")]
    assert found == [sorted(articles.split()), sorted(statements.split())]


def test_the_title_and_what_is_told_more_often_come_first(both: tuple[Store, Store]) -> None:
    for store in both:
        assert paths(search(store, Request(words="ferries"))) == ["harbour", "sailing"]
        said = search(store, Request(words="ferries", among=("statements",)))
        assert paths(said, "statements") == ["sailing", "harbour"]


TYPED = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "the",
                "ferries",
                '"',
                "-",
                "*",
                "quay",
                "Ноздрёв",
                "AND",
                "OR",
                "NOT",
                "NEAR(",
                "\0",
                "🌾",
                "'",
                ":",
                "&",
                "|",
                "!",
                "(",
                ")",
                "%",
                "_",
                "\\",
                "x-101",
                "herr*",
                "words:",
                "^",
                "製粉所",
            ]
        ),
        max_size=12,
    ).map(" ".join),
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(typed=TYPED, who=st.none() | TYPED, outlet=st.none() | TYPED)
def test_whatever_is_typed_both_answer_alike(
    both: tuple[Store, Store], typed: str, who: str | None, outlet: str | None
) -> None:
    request = Request(words=typed, who=who, outlet=outlet)
    answers = []
    for store in both:
        try:
            answers.append(msgspec.json.encode(search(store, request)))
        except UsageError as error:
            answers.append(str(error).encode())
    assert answers[0] == answers[1]


@pytest.mark.parametrize("typed", ["a" * 10_000, "製" * 10_000, "ab " * 4000, '"' * 10_000])
def test_ten_thousand_characters_are_a_search_or_wrong_usage(
    both: tuple[Store, Store], typed: str
) -> None:
    for store in both:
        try:
            assert search(store, Request(words=typed)).found == ()
        except UsageError as error:
            assert "word" in str(error)  # noqa: PT017  either is right


def test_pages_hold_all_hits_once(both: tuple[Store, Store]) -> None:
    for store in both:
        whole = search(store, Request(words="the", limit=100))
        parts = [search(store, Request(words="the", limit=2, page=page)) for page in range(1, 9)]
        for among in ("articles", "statements"):
            found = [one for part in parts for one in part.found if one.among == among]
            assert found == [one for one in whole.found if one.among == among]


def test_what_is_read_anew_is_found_by_its_new_words_alone(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    assert len(search(store, Request(words="quota", among=("statements",))).found) == 1
    fewer = msgspec.structs.replace(wire(), records=wire().records[:1])
    store.write(batch(fewer, version=LATER, again=True))
    assert search(store, Request(words="quota", among=("statements",))).found == ()
    assert paths(search(store, Request(words="quota"))) == ["001_wire"]


def test_what_is_forgotten_is_found_no_more(store: Store) -> None:
    store.write(batch(harbour(), sailing()))
    assert search(store, Request(words="nozdrev")).search.variants == {"nozdrev": ("nozdryov",)}
    article = harbour().article
    store.forget(
        Tombstone(
            article=article.id,
            text_sha256=article.text_sha256,
            reason=None,
            author="ann",
            at="2025-01-01T00:00:00Z",
        )
    )
    assert paths(search(store, Request(words="ferries"))) == ["sailing"]
    # The other spelling was that article's.
    assert search(store, Request(words="nozdrev")).search.variants == {}


def test_a_very_great_article_is_kept_and_found_by_its_beginning(store: Store) -> None:
    text = " ".join(f"word{number:060}" for number in range(20_000))
    ledger = Desk(f"Whales. {text}", path="great.txt").ledger()
    store.write(batch(ledger))
    assert paths(search(store, Request(words="whales"))) == ["great"]
