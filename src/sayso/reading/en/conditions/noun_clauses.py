"""Conditions that a noun opens: "in the event of an attack", "in case Oslo …", "the moment Oslo …", "for every day that …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, clause_after, has_modal, tidy
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_POINTERS = frozenset({"that", "this", "such"})  # "in that case"
_CLAUSES = ("advcl", "ccomp", "parataxis", "dep")
_EACH = frozenset({"each", "every"})
_VERY = frozenset({"very", "exact", "selfsame"})  # "the very moment"
_TIMED = ("npadvmod", "prep", "nsubj")


def instants(tree: Tree, noun: int) -> Iterator[Draft]:
    """All that "the moment Oslo lands", "the very moment", "the day after Oslo lands", "for every day" tell."""
    if noun > 1 and tree.tokens[noun - 1].text in _VERY:
        yield from very_instant(tree, noun)
    elif is_instant(tree, noun):
        yield from noun_clause(tree, noun, noun - 1)
        yield from instant_after(tree, noun)
    elif tree.tokens[noun].dep == "pobj":
        yield from for_every(tree, noun)


def is_instant(tree: Tree, noun: int) -> bool:
    """Whether "the moment Oslo …" tells when: beside the verb, or set off by a comma."""
    if tree.tokens[noun].dep == "attr":
        return False  # "the day Oslo lands is | the day we fire"
    words = [at for at in tree.subtree(noun) if tree.tokens[at].pos != "PUNCT"]
    last = max(words) + 1
    set_off = last < len(tree.tokens) and tree.tokens[last].text == ","
    opens = min(words) == noun - 1 and tree.tokens[noun - 1].lemma == "the"
    beside = tree.tokens[noun].dep == "npadvmod" or _clause_behind(tree, noun) is not None
    beside = beside or _timed(tree, noun) is not None
    return beside or (set_off and opens)


def _clause_behind(tree: Tree, noun: int) -> int | None:
    """The clause of "fire the moment | Oslo attacks", which the parser hangs on the verb before, or that on it."""
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep != "dobj" or tree.tokens[noun - 1].lemma != "the":
        return None
    if not has_modal(tree, verb):
        return None  # "loved the day | Oslo joined"
    clauses = [*tree.children(verb, "ccomp"), tree.tokens[verb].head]
    return next((at for at in clauses if tree.child(at, *SUBJECTS) == noun + 1), None)


def _timed(tree: Tree, noun: int) -> int | None:
    """The clause of "the moment | Oslo sells them, we will …", "from the day | Oslo …", which holds its own time."""
    at = tree.tokens[noun].head if tree.tokens[noun].dep == "pobj" else noun
    clause = tree.tokens[at].head
    above = tree.tokens[tree.tokens[clause].head]
    timed = tree.tokens[at].dep in _TIMED and min(tree.subtree(clause)) == min(tree.subtree(at))
    coming = has_modal(tree, tree.tokens[clause].head) or above.tag in ("VBZ", "VBP")
    follows = timed and coming and tree.tokens[clause].dep in _CLAUSES
    return clause if follows and _doer_behind(tree, clause, noun) is not None else None


def _doer_behind(tree: Tree, clause: int, noun: int) -> int | None:
    """The subject of a clause that begins right behind a noun."""
    doers = tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    return next((at for at in doers if min(tree.subtree(at)) == noun + 1), None)


def event(tree: Tree, noun: int) -> Iterator[Draft]:
    """Reads "in the event of an attack"."""
    into = tree.tokens[noun].head
    of = tree.child(noun, "prep")
    if tree.tokens[into].lemma != "in":
        return
    if any(tree.tokens[at].text.lower() in _POINTERS for at in tree.children(noun, "det")):
        yield Draft(noun, frozenset({noun - 1, noun}), frozenset({into}), None, certain=True)
        return
    if of is None or tree.tokens[of].lemma != "of":
        yield from noun_clause(tree, noun, into)
        return
    governed = tree.child(of, "pobj", "pcomp")
    if governed is not None:
        doing = next((at for at in tree.children(noun, "acl") if at > governed), None)
        bare = not tree.children(governed) and not tree.tokens[governed].tag.startswith("VB")
        if bare and doing is None:
            return  # "in case of fire"
        words = frozenset(tree.subtree(governed))
        if doing is not None and min(tree.subtree(doing)) == max(words) + 1:
            words |= tree.subtree(doing)  # "in the event of Oslo | opening the port"
        marker = frozenset(range(into, of + 1))
        if doing in words and tree.tokens[governed].pos == "PROPN":
            yield Draft(doing, words, marker, None, certain=True, doer=governed)
            return
        yield Draft(governed, words, marker, None, certain=True)


def very_instant(tree: Tree, noun: int) -> Iterator[Draft]:
    """Reads "will fire the very minute Oslo lands", which the parser takes for many things."""
    sentence = tree.sentences[tree.sentence(noun)]
    marks = (at for at in range(noun, sentence.last) if tree.tokens[at].pos == "PUNCT")
    last = next(marks, sentence.last)
    for verb in range(noun + 1, last):
        doers = tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        doer = next((at for at in doers if noun < at < verb), None)
        if doer is not None:
            words, marker = frozenset(range(noun + 1, last)), frozenset(range(noun - 2, noun + 1))
            passive = doer in tree.children(verb, *PASSIVE_SUBJECTS)
            yield Draft(verb, words, marker, None, certain=True, doer=None if passive else doer)
            return


def for_every(tree: Tree, noun: int) -> Iterator[Draft]:
    """Reads "for every day that Oslo holds the crew, we will …", "for each shell, there will be …"."""
    into = tree.tokens[noun].head
    each = {tree.tokens[at].lemma for at in tree.children(noun, "det")} & _EACH
    above = tree.tokens[into].head
    if each and tree.tokens[noun].entity.endswith(("DATE", "TIME")):
        for draft in noun_clause(tree, noun, into):
            yield draft._replace(demanded=True)
    elif each and into < above and has_modal(tree, above):
        words = frozenset(tree.subtree(noun))
        yield Draft(noun, words, frozenset({into}), frozenset(tree.subtree(above) - words - {into}))


def instant_after(tree: Tree, noun: int) -> Iterator[Draft]:
    """Reads "the day after Oslo leaves the talks, we will …"."""
    if tree.tokens[noun].tag != "NN":
        return  # "hours after they buried him"
    clause = next(iter(tree.children(noun, "advcl")), tree.tokens[noun].head)
    marks = [at for at in tree.children(clause, "mark") if at == noun + 1]
    if tree.tokens[clause].dep != "advcl" or not marks or tree.tokens[marks[0]].lemma != "after":
        return
    words = {at for at in tree.subtree(clause) if at > marks[0]}
    marker = frozenset(range(noun - 1, noun + 2))
    yield Draft(clause, frozenset(tidy(tree, words, clause)), marker, certain=True)


def noun_clause(tree: Tree, noun: int, first: int) -> Iterator[Draft]:
    """Reads "in the event that Oslo …", "in case Oslo …", "the moment Oslo …", from its first word."""
    into = tree.tokens[tree.tokens[noun].head]
    clause = next((at for at in tree.children(noun, "relcl", "acl", "ccomp") if at > noun), None)
    clause = clause or _clause_behind(tree, noun) or clause_after(tree, noun)
    clause = clause if clause is not None else _timed(tree, noun)
    if clause is None and into.dep == "prep" and not tree.children(noun, "prep"):
        # the parser hangs "in case" on the verb of its clause, or both on verbs before
        clause = into.head if into.head > noun else _begun(tree, noun + 1)
    if clause is None or not tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS):
        return
    words = {at for at in tree.subtree(clause) if at > noun}
    that, above = tree.children(clause, "mark"), tree.tokens[noun].head
    rest = None
    verb = tree.tokens[above].pos in ("VERB", "AUX")
    if verb and tree.tokens[above].head == clause:  # "respond the moment | Oslo attacks"
        rest = frozenset(tree.subtree(above) - {noun - 1, noun})
    if (
        tree.tokens[noun].dep == "pobj"
        and into.dep == "prep"
        and tree.tokens[noun].head == first - 1
    ):
        first -= 1  # "from the moment"
    marker = frozenset((*range(first, noun + 1), *(at for at in that if at == noun + 1)))
    draft = Draft(clause, frozenset(tidy(tree, words - marker, clause)), marker, rest, certain=True)
    taken = tree.tokens[noun].head == clause and tree.tokens[noun].dep == "nsubj"
    yield draft._replace(doer=_doer_behind(tree, clause, noun)) if taken else draft


def _begun(tree: Tree, first: int) -> int | None:
    """The clause that begins with this word, wherever it hangs."""
    ups = (at for at in tree.ancestors(first) if tree.tokens[at].dep in _CLAUSES)
    return next((at for at in ups if min(tree.subtree(at)) == first), None)
