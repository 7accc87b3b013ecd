"""Numbers in words: each mean what docs/origins.md means."""

from __future__ import annotations

import msgspec
import pytest

from briefs.dispute import dispute
from collate.ledgers import collated
from sayso.briefs.numbers import occasions, origins, plural, witnesses
from sayso.model.collation import Claim, Occasion


def a_claim(**changes: object) -> Claim:
    claim = next(claim for claim in collated(dispute()).claims if len(claim.articles) == 1)
    return msgspec.structs.replace(claim, **changes)


@pytest.mark.parametrize(
    ("shown", "most", "standing", "words"),
    [
        (1, 1, "single_origin", "1 origin"),
        (1, 2, "single_origin", "1 origin, at most 2"),
        (2, 2, "corroborated", "2 independent origins"),
        (2, 5, "corroborated", "2 independent origins, at most 5"),
        (0, 1, "unsourced", "its source is not told"),
        (0, 3, "unsourced", "its source is not told, at most 3 origins"),
    ],
)
def test_origins(shown: int, most: int, standing: str, words: str) -> None:
    assert (
        origins(a_claim(independent_origins=shown, possible_origins=most, standing=standing))
        == words
    )


def test_nobody_is_named() -> None:
    claim = a_claim(independent_origins=0, possible_origins=1, standing="unsourced", origins=())
    assert origins(claim) == "no source named"


@pytest.mark.parametrize(
    ("evident", "most", "words"),
    [
        (1, 1, "said once"),
        (1, 2, "said once or twice"),
        (1, 5, "said at least once"),
        (2, 2, "said twice"),
        (2, 3, "said at least twice"),
        (3, 3, "said on 3 occasions"),
        (3, 4, "said at least on 3 occasions"),
    ],
)
def test_occasions(evident: int, most: int, words: str) -> None:
    assert occasions(a_claim(occasions=(Occasion(),) * evident, possible_occasions=most)) == words


def test_occasions_that_do_not_apply_are_not_told() -> None:
    assert occasions(a_claim(occasions=None)) == ""


@pytest.mark.parametrize(
    ("n", "words"), [(0, "no witness named"), (1, "1 witness"), (3, "3 witnesses")]
)
def test_witnesses(n: int, words: str) -> None:
    assert witnesses(a_claim(witnesses=n)) == words


def test_plural() -> None:
    assert [plural(1, "article"), plural(2, "article")] == ["1 article", "2 articles"]
