"""Words of a statement on one line: with their cue where it leads to them."""

from __future__ import annotations

import pytest

from collate.ledgers import Desk, an_actor
from sayso.briefs.quoting import quoted
from sayso.model.ledger import Modality, Statement

WARDEN = an_actor("Petra Ilves", country="EST", office="harbour warden")


@pytest.mark.parametrize(
    ("text", "cue", "content", "modality", "told"),
    [
        (
            "According to Petra Ilves, the quay is sound.",
            "According to",
            "the quay is sound",
            "asserted",
            "the quay is sound",
        ),
        (
            "The paper cited Petra Ilves as saying that the quay is sound.",
            "cited Petra Ilves as saying",
            "that the quay is sound",
            "asserted",
            "that the quay is sound",
        ),
        (
            "She gave her word that the quay is sound, Petra Ilves.",
            "gave her word",
            "that the quay is sound",
            "asserted",
            "gave her word that the quay is sound",
        ),
        (
            "Petra Ilves denied that the quay is sound.",
            "denied",
            "that the quay is sound",
            "denied",
            "denied that the quay is sound",
        ),
    ],
)
def test_no_cue_that_holds_or_precedes_its_speaker(
    text: str, cue: str, content: str, modality: Modality, told: str
) -> None:
    desk = Desk(text)
    who = desk.party(WARDEN, "her") if "her" in text.split() else WARDEN
    desk.said(who, content, cue=cue, modality=modality)
    [statement] = [one for one in desk.ledger().records if isinstance(one, Statement)]
    assert quoted(statement) == told


def test_no_cue_that_leads_to_the_agency_alone() -> None:
    agency = an_actor("Corvane", "agency")
    text = "According to the agency Corvane, the quay is sound."
    desk = Desk(text).said(None, "the quay is sound", cue="According to", via=(agency,))
    [statement] = [one for one in desk.ledger().records if isinstance(one, Statement)]
    assert quoted(statement) == "the quay is sound"
