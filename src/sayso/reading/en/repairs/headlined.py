"""Headlines whose verb was taken for a noun: "Oslo | halts sale | of jets", "Oslo, Riga | sign deal | on jets"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

# Verbs of headlines that look like nouns before what a power does it to.
_DOING = frozenset(
    {"scrap", "drop", "ditch", "axe", "shelve", "freeze", "pause", "halt", "delay", "mull", "back", "sign", "stop"}
    | {"block", "order", "land", "win", "cut", "ink", "seal", "strike", "near", "bag", "net", "place", "plan", "seek"}
    | {"end", "offer", "request", "clear", "okay", "approve", "resume", "start", "eye", "weigh", "suspend", "cancel"}
    | {"close", "score", "secure", "hold", "pledge", "promise", "launch", "open", "extend", "ban", "reject", "review"}
)  # fmt: skip
# What it is done to: nouns of deals.
_DONE = frozenset(
    {"plan", "sale", "deal", "contract", "order", "delivery", "shipment", "purchase", "export", "import", "pact"}
    | {"agreement", "accord", "transfer", "supply", "talk", "bid", "offer", "request", "aid", "package", "tender"}
)  # fmt: skip
_LINKS = frozenset({",", "and", "&"})


def headlined(seen: Seen) -> Iterator[Change]:
    """What a headline's power does, and the noun for what it does it to."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if tokens[at].lemma.lower() not in _DOING:
            continue
        names = _names(seen, at)
        done = _done(seen, at)
        several = tokens[at].tag not in ("NNS", "VBZ")
        if done is None or not names or several != (len(names) > 1):
            continue
        verb = tokens[at].head if tokens[tokens[at].head].tag in ("VB", "VBP") else done
        above = tokens[verb]
        own = above.dep == "ROOT"
        head, dep = (at, "ROOT") if own else (above.head, above.dep)
        yield at, {"pos": "VERB", "tag": "VBP" if several else "VBZ", "head": head, "dep": dep}
        for number, name in enumerate(names):
            for part in name[:-1]:
                yield part, {"head": name[-1], "dep": "compound"}
            over = {"head": names[0][-1], "dep": "conj"} if number else {"head": at, "dep": "nsubj"}
            yield name[-1], {**over, "pos": "PROPN", "tag": "NNP"}
        yield done, {"pos": "NOUN", "tag": "NN", "head": at, "dep": "dobj"}
        between = tokens[at].head
        if between != done:  # "scraps | howitzer | deal"
            yield between, {"pos": "NOUN", "tag": "NN", "head": done, "dep": "compound"}
        for clause in tree.children(done, "xcomp", "advcl"):
            yield clause, {"dep": "acl"}


def _names(seen: Seen, at: int) -> list[list[int]]:
    """The one or two names from the beginning of a sentence to a word; [] where anything else stands there."""
    tokens = seen.tree.tokens
    names: list[list[int]] = [[]]
    for one in range(seen.sentence.first, at):
        if tokens[one].text.lower() in _LINKS and names[-1]:
            names.append([])
        elif tokens[one].text[:1].isupper() and tokens[one].pos in ("PROPN", "NOUN", "ADJ"):
            names[-1].append(one)
        else:
            return []
    return names if len(names) < 3 and all(names) else []


def _done(seen: Seen, at: int) -> int | None:
    """The noun of a deal that a word was read as a part of, right behind it or behind its own words."""
    tree, tokens = seen.tree, seen.tree.tokens
    done = tokens[at].head
    misread = tokens[done].tag in ("VB", "VBP") and tokens[done].lemma.lower() not in _DONE
    if done == at + 1 and misread:
        return next((o for o in tree.children(done, "dobj") if tokens[o].lemma in _DONE), None)
    while tokens[done].dep == "compound" and tokens[done].head > done:
        done = tokens[done].head
    if not at < done < seen.sentence.last or tokens[done].lemma.lower() not in _DONE:
        return None
    return done if all(one in tree.subtree(done) for one in range(at, done)) else None


HEADLINED = Repair(
    headlined,
    tags=frozenset({"NNS", "NN", "VBP", "VB", "VBZ"}),
    deps=frozenset({"nsubj", "compound", "nmod"}),
)
