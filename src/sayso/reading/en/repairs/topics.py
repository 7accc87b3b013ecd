"""What is spoken of behind a day, hung on the verb."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_TIMES = ("DATE", "TIME")


def behind_days(seen: Seen) -> Iterator[Change]:
    """Reads "warned Oslo on Monday | of reprisals", where "of" hangs on the day and tells no time."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        day = tokens[at].head
        topic = tree.child(at, "pobj", "pcomp") if tokens[at].text == "of" else None
        if (
            topic is None
            or day != at - 1
            or tokens[day].text.lower() not in seen.book.mistaken.days
        ):
            continue
        verb = tokens[day].head if tokens[day].dep == "npadvmod" else tokens[tokens[day].head].head
        held = tokens[day].dep == "npadvmod" or tokens[tokens[day].head].dep == "prep"
        timed = any(
            tokens[below].entity.endswith(_TIMES) for below in tree.subtree(at) if below > at
        )
        if held and not timed and tokens[verb].pos == "VERB":
            yield at, {"head": verb}


TOPICS = Repair(behind_days, deps=frozenset({"prep"}), lemmas=lambda _: ("of",))
