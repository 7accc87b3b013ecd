"""Verbs that were taken for nouns, and nouns that were taken for verbs.

Nouns and verbs that look alike, "plan", "show", "report", are read as the one where they are the other: what
stands around them shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.tags import INFLECTED
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "parataxis"})
# An infinitive's "to", or "that" and the subjects of a clause.
_OPENS_CLAUSE = frozenset({"TO", "IN", "NN", "NNS", "NNP", "NNPS", "PRP"})
_PLURAL = frozenset({"NNS", "NNPS", "PRP"})
_NOUN = frozenset({"NN"})
_NOUNS = frozenset({"NN", "NNS"})
_ENDED = frozenset({",", "”", '"'})


def shown(seen: Seen) -> Iterator[Change]:
    """Reads "Files obtained by Aftenposten | show | that …", where all was taken for one noun phrase."""
    for at in seen.places:
        if seen.sentence.first < at < seen.sentence.last - 1:
            yield from _showing(seen.tree, at)


def _showing(tree: Tree, at: int) -> Iterator[Change]:
    tokens = tree.tokens
    that = at + 1
    clause = tokens[that].head
    if tokens[that].lemma != "that" or tokens[that].dep != "mark" or clause < that:
        return
    if not tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS):
        return
    above = [up for up in tree.ancestors(at) if up < at]
    files = next((up for up in above if _is_obtained(tree, up)), None)
    if files is None:
        files = next((f for up in above for f in tree.children(up) if _is_obtained(tree, f)), None)
    if files is None or tokens[files].tag != "NNS":
        return
    yield at, {"pos": "VERB", "tag": "VBP", "head": at, "dep": "ROOT"}
    yield files, {"head": at, "dep": "nsubj"}
    yield clause, {"head": at, "dep": "ccomp"}
    for name in tree.children(at, "compound")[-1:]:
        yield name, {"head": tokens[at].head, "dep": tokens[at].dep}
        for other in tree.children(at, "compound", "det", "amod"):
            if other != name:
                yield other, {"head": name}
    if tokens[at].dep == "dobj" and tokens[at].head == at - 1 and tokens[at - 1].text.istitle():
        yield at - 1, {"pos": "PROPN", "tag": "NNP", "head": at - 2, "dep": "appos"}
        for mark in tree.children(at - 1, "punct"):
            yield mark, {"head": at}


def _is_obtained(tree: Tree, noun: int) -> bool:
    """Whether a participle with an agent tells of a noun: "files obtained by …"."""
    above = tree.tokens[noun].dep == "ROOT" or tree.tokens[noun].dep in SUBJECTS
    return above and any(tree.children(verb, "agent") for verb in tree.children(noun, "acl"))


def programmes(seen: Seen) -> Iterator[Change]:
    """Reads "told the BBC's Morning | programme | …": a noun, told or telling, with the name before it."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        name, verb = at - 1, tokens[at].head
        if not seen.sentence.first < at < seen.sentence.last - 1:
            continue
        if tokens[at].pos not in ("VERB", "AUX") or verb == at:
            continue
        owner = tree.child(name, "poss")
        if tokens[name].head not in (at, verb) or tokens[name].pos != "PROPN" or owner is None:
            continue
        yield at, {"pos": "NOUN", "tag": "NN", "dep": "dobj" if verb < at else "nsubj"}
        yield name, {"head": at, "dep": "compound"}
        yield owner, {"head": at}
        clause = tree.child(at, "ccomp")
        if clause is not None:
            yield clause, {"head": verb, "dep": "ccomp"}


def plural(seen: Seen) -> Iterator[Change]:
    """Reads "The mayor and the bishop | plan | to meet": with a subject and an infinitive or a clause."""
    tree = seen.tree
    for at in seen.places:
        subject = tree.child(at, *SUBJECTS)
        clause = tree.child(at, "xcomp", "ccomp")
        if subject is None or clause is None or not subject < at < clause:
            continue
        several = tree.tokens[subject].tag in _PLURAL or tree.child(subject, "conj") is not None
        opens = {tree.tokens[one].tag for one in tree.children(clause, "aux", *SUBJECTS, "mark")}
        if several and opens & _OPENS_CLAUSE:
            yield at, {"pos": "VERB", "tag": "VBP"}


def infinitive(seen: Seen) -> Iterator[Change]:
    """Reads "let Oslo | re-export | the tanks": with a subject and an object."""
    tree = seen.tree
    for at in seen.places:
        subject, held = tree.child(at, *SUBJECTS), tree.child(at, "dobj")
        if subject is not None and held is not None and subject < at < held:
            yield at, {"pos": "VERB", "tag": "VB"}


def swallowed(seen: Seen) -> Iterator[Change]:
    """The same read as a part of its object, which a verb above then holds."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if tree.child(at, *SUBJECTS) is None:
            continue
        held = tokens[at].head
        above = tokens[held].head
        if tokens[held].dep == "dobj" and tokens[above].tag.startswith("VB"):
            yield at, {"pos": "VERB", "tag": "VB", "head": above, "dep": "ccomp"}
            yield held, {"head": at, "dep": "dobj"}


def given_names(seen: Seen) -> Iterator[Change]:
    """Reads "| Will | Berg said …": a modal with a capital, a surname, and a verb that no modal can govern.

    "Should Oslo return, …" may have been read with a verb of the present: that is a condition.
    """
    tokens = seen.tree.tokens
    for at in seen.places:
        between = tokens[at].text.istitle() and tokens[at + 1].pos == "PROPN"
        if between and tokens[tokens[at].head].tag in INFLECTED:
            named = {"pos": "PROPN", "tag": "NNP", "lemma": tokens[at].text}
            yield at, {**named, "head": at + 1, "dep": "compound"}


def at_the_end(seen: Seen) -> Iterator[Change]:
    """Reads "…, the news agency | reports |": the last word of a sentence."""
    tree, tokens, last = seen.tree, seen.tree.tokens, seen.places[-1]
    behind = range(last + 1, seen.sentence.last)
    if any(tokens[at].pos not in ("PUNCT", "SPACE") for at in behind):
        return
    who = [at for at in tree.children(last, *SUBJECTS) if at < last]
    joined = [at for at in tree.children(last, "compound") if at == last - 1]
    newsroom = [at for at in joined if tokens[at].lemma in seen.book.carrier_kinds]
    if not who and newsroom:
        who = newsroom
        yield who[0], {"dep": "nsubj"}
        for at in tree.children(last, "compound", "det", "amod", "nmod"):
            if at < who[0]:
                yield at, {"head": who[0]}
    if who and tokens[_start(tree, last, who[-1]) - 1].text in _ENDED:
        yield last, {"tag": "VBP" if tokens[last].tag == "NN" else "VBZ", "pos": "VERB"}


def _start(tree: Tree, verb: int, who: int) -> int:
    """Where the phrase of who ends a sentence begins, also where the parser took the verb into it."""
    own = tree.tokens[who].dep == "compound"
    return min(tree.subtree(verb, without=("punct",)) if own else tree.subtree(who))


def as_they_plan(seen: Seen) -> Iterator[Change]:
    """Reads "as the bakers | plan | to strike"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        noun = tokens[at]
        if noun.pos != "NOUN" or not tree.children(at, "xcomp"):
            continue
        for mark in tree.children(noun.head, "prep"):
            who = tree.child(mark, "pobj")
            if who is None or tokens[mark].lemma != "as" or max(tree.subtree(who)) + 1 != at:
                continue
            yield mark, {"head": at, "dep": "mark"}
            yield who, {"head": at, "dep": "nsubj"}
            yield at, {"pos": "VERB", "tag": "VBP"}


def counted(seen: Seen) -> Iterator[Change]:
    """Reads "the sale of 26,000 M4 | carbines | to Oslo": the things that a number counts are no verb."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        name, number = at - 1, at - 2
        if number < seen.sentence.first or tokens[number].tag != "CD":
            continue
        if tokens[number].entity.endswith("DATE") or tree.children(at, "mark", "nsubjpass"):
            continue
        if (
            [one for one in tree.children(at, *SUBJECTS) if one != name]
            or tokens[name].pos not in ("NOUN", "PROPN")
            or tree.children(at, "dobj", "aux")
        ):
            continue
        top = number if tokens[name].head == at else name
        role = (tokens[top].dep, tokens[top].head)
        if tokens[number].head == name and role[1] == name and tokens[at].head == number - 1:
            role = ("dobj", number - 1)  # all of it was read as a clause that is told
        if role[0] not in ("pobj", "dobj", "nsubj", "nsubjpass"):
            continue
        yield at, {"pos": "NOUN", "tag": "NNS", "dep": role[0], "head": role[1]}
        for child in (*tree.children(number), *tree.children(name)):
            if child not in (at, name, number):
                yield child, {"head": at if tokens[child].head == top else tokens[child].head}
        yield name, {"dep": "compound", "head": at}
        yield number, {"dep": "nummod", "head": at}


SHOWN = Repair(shown, tags=_NOUNS, lemmas=lambda book: book.verbs)
PROGRAMMES = Repair(programmes, lemmas=lambda book: book.carrier_kinds)
LOOKALIKES = (
    Repair(plural, tags=_NOUN, deps=_CLAUSES),
    Repair(infinitive, tags=_NOUN, deps=frozenset({"ccomp", "xcomp"})),
    Repair(swallowed, tags=_NOUN, deps=frozenset({"compound"})),
    Repair(
        counted,
        tags=frozenset({"VBZ", "NNS"}),
        deps=frozenset({"relcl", "acl", "advcl", "ccomp", "conj"}),
    ),
    Repair(given_names, tags=frozenset({"MD"}), deps=frozenset({"aux"})),
)
AT_THE_END = Repair(at_the_end, tags=_NOUNS, lemmas=lambda book: book.verbs)
AS_THEY_PLAN = Repair(as_they_plan, deps=frozenset({"advcl"}))
