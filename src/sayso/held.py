"""Ledgers out of a store as they are to be read: with what people have judged since."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from sayso.collate.judged import judge_ledger
from sayso.model.collation import Judgement
from sayso.model.reading import Ledger
from sayso.stores import Selection, Store

log = logging.getLogger(__name__)


def judged_ledgers(
    store: Store,
    selection: Selection,
    judgements: Sequence[Judgement],
    *,
    with_rejected: bool = False,
) -> Iterator[Ledger]:
    """The ledgers that are wanted, as `judgements` (those in force) leave them; few are in memory at a time.

    An article whose records were changed by hand comes whatever is asked of the records as they were.
    """
    own: defaultdict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        for article in {footing.article for footing in one.on}:
            own[article].append(one)
    if not own or selection.bare:
        yield from store.ledgers(selection)
        return
    changed = {
        footing.article
        for one in judgements
        if one.verdict in {"corrected", "added"}
        for footing in one.on
    }
    lost = 0
    for ledger in store.ledgers(msgspec.structs.replace(selection, always=changed)):
        judged = judge_ledger(ledger, own[ledger.article.id], with_rejected=with_rejected)
        lost += len(judged.unmet)
        yield judged.ledger
    if lost and selection.kinds is None:
        log.warning("%d judgements are no longer met: `sayso judge list` names them", lost)
