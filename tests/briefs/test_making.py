"""Briefs as records: complete, the same in any order, and cut off at a date without guessing."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from briefs.dispute import DIRECTOR, ENVOY, ENVOY_AGAIN, dispute
from collate.ledgers import Desk, an_actor, collated, spans_in
from sayso.briefs import make_briefs
from sayso.errors import UsageError
from sayso.model.collation import Brief
from sayso.model.ledger import Statement
from sayso.model.text import Actor, Article


def the_brief(as_of: str | None = None) -> Brief:
    [brief] = make_briefs(collated(dispute()), as_of)
    return brief


def test_the_same_bytes_in_any_order() -> None:
    expected = msgspec.json.encode(the_brief())
    for order in permutations(dispute()):
        [brief] = make_briefs(collated(order))
        assert msgspec.json.encode(brief) == expected


def test_a_brief_goes_through_json_and_back() -> None:
    brief = the_brief()
    assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief


def test_every_span_is_its_text() -> None:
    brief = the_brief()
    articles = {record.id: record for record in brief.records if isinstance(record, Article)}
    spans = spans_in(brief)
    assert spans
    for span in spans:
        assert articles[span.article].part(span.part)[span.start : span.end] == span.text


def test_every_record_that_is_referred_to_is_there() -> None:
    brief = the_brief()
    held = {getattr(record, "id", "") for record in brief.records}
    claims = {claim.id for claim in brief.claims}
    for claim in brief.claims:
        assert set(claim.records) <= held
        assert set(claim.articles) <= held
    for sentence in brief.summary:
        assert sentence.claims
        assert sentence.spans
        assert set(sentence.claims) <= claims
    for entry in brief.timeline:
        assert entry.claim is None or entry.claim in claims
    for record in brief.records:
        if isinstance(record, Statement) and record.speaker is not None and record.speaker.actor:
            assert record.speaker.actor in held


def test_parties_carry_the_ids_after_judgement() -> None:
    brief = the_brief()
    actors = {record.id: record for record in brief.records if isinstance(record, Actor)}
    assert ENVOY_AGAIN.id not in actors
    assert {ENVOY.name, ENVOY_AGAIN.name} <= {actors[ENVOY.id].name, *actors[ENVOY.id].names}
    assert DIRECTOR.id in actors
    assert all(
        record.speaker.actor != ENVOY_AGAIN.id
        for record in brief.records
        if isinstance(record, Statement) and record.speaker
    )


def test_what_is_later_is_left_out_and_what_nothing_dates_stays_with_a_caveat() -> None:
    brief = the_brief(as_of="2025-05-04")
    assert [article.published for article in brief.articles] == [None, None]
    kept = [caveat for caveat in brief.caveats if caveat.code == "undated_kept"]
    assert {caveat.article for caveat in kept} == {article.article for article in brief.articles}
    assert brief.as_of == "2025-05-04"


def test_what_was_left_out_proves_nothing() -> None:
    before = the_brief(as_of="2025-05-04")
    assert not any(article.left_out for article in before.articles)
    assert any(article.left_out for article in the_brief(as_of="2025-05-05").articles)


def test_nothing_published_yet_gives_no_brief() -> None:
    ledger = Desk("Nobody spoke.", published="2025-05-05").ledger()
    assert make_briefs(collated([ledger]), as_of="2025-05-04") == ()


@pytest.mark.parametrize(
    "as_of", ["yesterday", "2025", "2025-02-30", "20250501", "2025-05-01T00:00:00Z"]
)
def test_what_is_no_date_is_refused(as_of: str) -> None:
    with pytest.raises(UsageError):
        the_brief(as_of)


def test_at_most_eight_sentences_and_three_a_speaker() -> None:
    words = (
        "nets",
        "boats",
        "quays",
        "lamps",
        "ropes",
        "tolls",
        "buoys",
        "tides",
        "crews",
        "masts",
        "sails",
    )
    desk = Desk(". ".join(f"the {word} are in order" for word in words))
    speakers = [an_actor(f"Ann {name}") for name in ("Berg", "Cole", "Dahl", "Ek")]
    for number, word in enumerate(words):
        desk.said(speakers[number // 4], f"the {word} are in order")
    [brief] = make_briefs(collated([desk.ledger()]))
    assert len(brief.summary) <= 8
    for speaker in speakers:
        assert sum(sentence.text.startswith(speaker.name) for sentence in brief.summary) <= 3
    # What one article alone tells: one sentence of each speaker, before anybody has a second one.
    heard = [" ".join(sentence.text.split()[:2]).strip(":") for sentence in brief.summary[:3]]
    assert sorted(heard) == ["Ann Berg", "Ann Cole", "Ann Dahl"]


def test_an_answer_that_is_reported_is_no_absence() -> None:
    assert any("No article reports an answer by Iceland" in s.text for s in the_brief().summary)
    voice = an_actor("Jon Thor", country="ISL", office="spokesman")
    answer = Desk("Jon Thor said Reykjavik would not be hurried.", path="answer")
    answer.said(voice, "Reykjavik would not be hurried")
    [brief] = make_briefs(collated([*dispute(), answer.ledger()]))
    assert not any("No article reports" in sentence.text for sentence in brief.summary)


def test_what_an_article_adds() -> None:
    brief = the_brief()
    wire, rewrite, paper, later = brief.articles
    assert [len(article.adds) for article in brief.articles] == [1, 0, 1, 0]
    assert [party.resolved for party in wire.declared] == ["Corvane"]
    assert rewrite.declared == ()
    assert [party.resolved for party in rewrite.left_out] == ["Corvane"]
    assert (rewrite.new_share, rewrite.repeated_share, rewrite.unsourced_share) == (0.0, 1.0, 0.0)
    assert paper.new_share == 0.5
    assert later.unsourced_share == 1.0
