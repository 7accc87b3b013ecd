"""Acts that the frame of a consequence shows: "the price of …", "will suffer for …", "by …, they would risk …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FOLLOW = "follow"
_REGRETTING = frozenset({"regret", "rue", "repent"})
_LYING = frozenset({"lie", "rest", "fall"})
_OF = frozenset({"of", "for", "to"})


def framed(
    tree: Tree, book: RedLineBook, acts: Acts, responses: Responses, verb: int
) -> Iterator[Draft]:
    """The act beside a verb of bearing, or of what it would cost, where what is told is adverse."""
    if tree.tokens[verb].pos not in ("VERB", "AUX"):
        return
    finite = tree.tokens[verb].head if tree.tokens[verb].lemma in _REGRETTING else verb
    if tree.tokens[verb].dep != "xcomp" or not has_modal(tree, finite):
        finite = verb  # but "will live | to regret"
    who = tree.child(finite, *SUBJECTS, *PASSIVE_SUBJECTS)
    for act, bearer in (
        (_priced(tree, book, acts, verb), None),
        (_paid_for(tree, book, acts, verb), who),
        (_followed(tree, acts, verb), None),
        (_regretted(tree, acts, verb), who),
        (_arising(tree, book, acts, verb), agent_of(tree, verb) or who),
    ):
        if act is None:
            continue
        doer, words = bearer, tidy(tree, tree.subtree(act), act)
        if doer is None and who is None:  # "by seizing the ship | Oslo risked war"
            doer = verb - 1 if verb - 1 in words and tree.tokens[verb - 1].pos == "PROPN" else None
            words -= {verb - 1}
        rest = tree.subtree(finite) - tree.subtree(act) - {tree.tokens[act].head}
        rest |= {verb - 1} if doer == verb - 1 else set()
        rest |= {verb}
        rest -= {at for at in tree.children(finite, "mark", "cc", "punct") if at < verb}
        if responses.find(rest):
            yield Draft(act, frozenset(words), rest=frozenset(rest), doer=doer)
            return


def _is_doing(tree: Tree, acts: Acts, at: int | None) -> bool:
    return at is not None and (tree.tokens[at].tag == "VBG" or acts.is_act(at))


def _priced(tree: Tree, book: RedLineBook, acts: Acts, verb: int) -> int | None:
    """Reads "the price of landing would be war", "our answer to any landing would be war"."""
    what = tree.child(verb, *SUBJECTS)
    if what is None or tree.tokens[what].lemma not in book.framed.prices:
        return None
    if tree.child(verb, "attr") is None or not has_modal(tree, verb):
        return None
    for preposition in tree.children(what, "prep"):
        governed = tree.child(preposition, "pcomp", "pobj")
        if tree.tokens[preposition].lemma in _OF and _is_doing(tree, acts, governed):
            return governed
    return None


def _paid_for(tree: Tree, book: RedLineBook, acts: Acts, verb: int) -> int | None:
    """Reads "would suffer a blockade for landing there", "will be held to account for any landing"."""
    words = book.framed
    known = words.enduring | words.undergoing | words.receiving | words.accounting
    if tree.tokens[verb].lemma not in known or not has_modal(tree, verb):
        return None
    for at in sorted(tree.subtree(verb)):
        if at < verb or tree.tokens[at].lemma != "for" or tree.tokens[at].dep != "prep":
            continue
        governed = tree.child(at, "pcomp", "pobj")
        if _is_doing(tree, acts, governed):
            return governed
    return None


def _regretted(tree: Tree, acts: Acts, verb: int) -> int | None:
    """Reads "will live to regret landing there", "will come to rue any landing"."""
    above = tree.tokens[verb].head
    coming = has_modal(tree, verb) or (tree.tokens[verb].dep == "xcomp" and has_modal(tree, above))
    if tree.tokens[verb].lemma not in _REGRETTING or not coming:
        return None
    doing = tree.child(verb, "xcomp", "dobj", "ccomp")
    return doing if _is_doing(tree, acts, doing) else None


def _arising(tree: Tree, book: RedLineBook, acts: Acts, verb: int) -> int | None:
    """Reads "will bear the consequences arising from landing there", "… of landing there"."""
    if tree.tokens[verb].lemma not in book.warnings.bearing | _LYING or not has_modal(tree, verb):
        return None
    for at in sorted(tree.subtree(verb)):
        token = tree.tokens[at]
        known = token.lemma in book.framed.prices
        governing = (at, *tree.children(at, "acl")) if known and token.pos == "NOUN" else ()
        for above in governing:
            for preposition in tree.children(above, "prep"):
                governed = tree.child(preposition, "pcomp", "pobj")
                told = tree.tokens[preposition].lemma in ("of", "from", "to")
                if told and _is_doing(tree, acts, governed):
                    return governed
    return None


def lest(tree: Tree, verb: int) -> Iterator[Draft]:
    """Reads "told Oslo to leave, lest it face war": an order, and what follows else."""
    marks = [at for at in tree.children(verb, "mark") if tree.tokens[at].lemma == "lest"]
    above = tree.tokens[verb].head
    if not marks or tree.tokens[above].pos != "VERB" or above > verb:
        return
    clause = tree.subtree(verb)
    words = {at for at in tree.subtree(above, without=("punct",)) - clause if at < marks[0]}
    rest = frozenset(clause - {marks[0]})
    negated = tree.is_negated(above)
    told = (
        tree.child(tree.tokens[above].head, "dobj") if tree.tokens[above].dep == "xcomp" else None
    )
    yield Draft(
        above,
        frozenset(words),
        frozenset({marks[0]}),
        rest,
        certain=True,
        demanded=not negated,
        ultimatum=True,
        doer=told or tree.child(above, *SUBJECTS) or tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS),
    )


def _followed(tree: Tree, acts: Acts, verb: int) -> int | None:
    """Reads "a blockade would follow any landing"."""
    thing = tree.child(verb, "dobj")
    follows = tree.tokens[verb].lemma == _FOLLOW and has_modal(tree, verb)
    return thing if follows and _is_doing(tree, acts, thing) else None
