"""What is spoken of behind a day, or behind who tells it, hung on the verb."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_TIMES = ("DATE", "TIME")
# Verbs of who is told "of" something, or charged with it.
_TELLING = frozenset(
    {"inform", "notify", "advise", "apprise", "warn", "accuse", "assure", "remind", "suspect"}
)


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


def behind_tellers(seen: Seen) -> Iterator[Change]:
    """Reads "was informed by the Navy Board | of a sale", where "of" was hung on who informs.

    A name is "of" another name ("the Bank of Malta"), not of a thing; other nouns are of whatever they like.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        teller = tokens[at].head
        by = tokens[teller].head
        topic = tree.child(at, "pobj", "pcomp")
        if topic is None or tokens[by].dep != "agent" or tokens[teller].dep != "pobj":
            continue
        named = tokens[teller].pos == "PROPN" and tokens[topic].pos in ("NOUN", "VERB")
        if named and tokens[tokens[by].head].lemma in _TELLING:
            yield at, {"head": tokens[by].head}


BEHIND_TELLERS = Repair(behind_tellers, deps=frozenset({"prep"}), lemmas=lambda _: ("of",))
TOPICS = Repair(behind_days, deps=frozenset({"prep"}), lemmas=lambda _: ("of",))
