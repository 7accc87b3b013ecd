"""What holds for any batch: order does not matter, words are in their place, counts keep their bounds."""

from __future__ import annotations

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.dispute import copy, dispute, rewrite, wire
from collate.ledgers import Desk, an_actor, collated, spans_in
from sayso.model.collation import LedgerUnion
from sayso.model.reading import Ledger

PEOPLE = (
    an_actor("Ana Reis", country="PRT", office="minister"),
    an_actor("A. Reis", country="PRT"),
    an_actor("Bo Lund", country="SWE"),
    an_actor("Sweden", "state", country="SWE"),
    an_actor("Mira Halb"),
    "an official",
    None,
)
ROOMS = (
    an_actor("Corvane", "agency", owner="Corvane Trust"),
    an_actor("Rotor", "agency", country="SWE", owner="State Media"),
    an_actor("Rotor Radio", "agency", country="SWE", owner="State Media"),
)
CONTENTS = (
    "the ferry between the two islands will not sail on Sunday",
    "the ferry between the islands will sail on Sunday",
    "“the ferry will not sail”",
    "the ferry may not sail between the islands on any Sunday before 14 June",
    "we will answer with a blockade of the two islands",
    "the lighthouse keeper asked for more oil",
)


@st.composite
def batches(draw: st.DrawFn) -> list[Ledger]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        contents = draw(st.lists(st.sampled_from(CONTENTS), min_size=1, max_size=3, unique=True))
        desk = Desk(f"{number}. " + ". ".join(contents), path=f"{number}.txt")
        desk.knows(*ROOMS)
        for words in contents:
            desk.said(
                draw(st.sampled_from(PEOPLE)),
                words,
                via=tuple(draw(st.lists(st.sampled_from(ROOMS), max_size=1))),
                modality=draw(st.sampled_from(("asserted", "denied"))),
                act=draw(st.sampled_from(("speech", "writing", "thought"))),
            )
        found.append(desk.ledger())
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(batches(), st.randoms(use_true_random=False))
def test_any_batch(batch: list[Ledger], random: object) -> None:
    collation = collated(batch)
    shuffled = list(batch)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert msgspec.json.encode(collated(shuffled)) == msgspec.json.encode(collation)
    texts = {ledger.article.id: ledger.article for ledger in batch}
    for span in spans_in((collation.claims, collation.caveats, collation.sources)):
        assert texts[span.article].part(span.part)[span.start : span.end] == span.text
    seen = [key for claim in collation.claims for key in claim.records]
    assert len(seen) == len(set(seen))
    for claim in collation.claims:
        assert 0 <= claim.independent_origins <= claim.possible_origins
        assert claim.independent_origins <= len(claim.origins)
        assert claim.record.id in claim.records
        assert set(claim.articles) == {r.article for r in claim_records(batch, claim.records)}
        if claim.occasions is not None:
            assert 1 <= len(claim.occasions) <= (claim.possible_occasions or 0)
        verdicts = [i.verdict for origin in claim.origins for i in origin.independence]
        if "independent" not in verdicts:
            assert claim.independent_origins <= 1


def claim_records(batch: list[Ledger], ids: tuple[str, ...]) -> list[LedgerUnion]:
    return [record for ledger in batch for record in ledger.records if record.id in ids]


def test_a_copy_of_one_input_counts_once() -> None:
    assert msgspec.json.encode(collated([wire(), copy()])) == msgspec.json.encode(
        collated([wire()])
    )


def test_more_articles_of_one_utterance_never_raise_its_origins() -> None:
    few, many = collated([wire(), rewrite()]), collated(dispute())
    most = max(claim.independent_origins for claim in many.claims)
    assert most == max(claim.independent_origins for claim in few.claims) == 1


def test_nothing_read_gives_an_empty_collation() -> None:
    collation = collated([])
    assert (collation.stories, collation.claims, collation.caveats) == ((), (), ())
