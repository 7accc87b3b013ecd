"""Acts that the frame of a consequence shows: "the price of …", "will suffer for …", "by …, they would risk …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FOLLOW = "follow"
_OF = frozenset({"of", "for", "to"})


def framed(
    tree: Tree, book: RedLineBook, acts: Acts, responses: Responses, verb: int
) -> Iterator[Draft]:
    """The act beside a verb of bearing, or of what it would cost, where what is told is adverse."""
    if tree.tokens[verb].pos not in ("VERB", "AUX"):
        return
    who = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    for act, bearer in (
        (_priced(tree, book, acts, verb), None),
        (_paid_for(tree, book, acts, verb), who),
        (_followed(tree, acts, verb), None),
    ):
        if act is None:
            continue
        doer, words = bearer, tidy(tree, tree.subtree(act), act)
        if doer is None and who is None:  # "by seizing the ship | Oslo risked war"
            doer = verb - 1 if verb - 1 in words and tree.tokens[verb - 1].pos == "PROPN" else None
            words -= {verb - 1}
        rest = tree.subtree(verb) - tree.subtree(act) - {tree.tokens[act].head}
        rest |= {verb - 1} if doer == verb - 1 else set()
        rest |= {verb}
        rest -= {at for at in tree.children(verb, "mark", "cc", "punct") if at < verb}
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


def _followed(tree: Tree, acts: Acts, verb: int) -> int | None:
    """Reads "a blockade would follow any landing"."""
    thing = tree.child(verb, "dobj")
    follows = tree.tokens[verb].lemma == _FOLLOW and has_modal(tree, verb)
    return thing if follows and _is_doing(tree, acts, thing) else None
