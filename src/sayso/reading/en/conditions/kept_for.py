"""What is kept for whoever does it, and what an act would be or mean, told in other ways than as its subject."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import SUBJECTS, Tree

_ONE_MORE = frozenset({"next", "first", "second", "another", "one", "any"})
_MEANING = frozenset({"mean", "spell"})
_MISTAKES = frozenset({"mistake", "error", "blunder", "miscalculation"})
_ANYONE = frozenset({"any", "anyone", "anybody", "whoever", "those", "every"})


def awaited(tree: Tree, responses: Responses, verb: int) -> Iterator[Draft]:
    """Reads "sanctions await any bank that pays": an answer, and whoever it is kept for."""
    what = tree.child(verb, *SUBJECTS)
    last = tree.sentences[tree.sentence(verb)].last
    if tree.tokens[verb].lemma != "await" or what is None or what > verb or verb + 1 >= last:
        return
    if tree.tokens[verb + 1].lemma not in _ANYONE:
        return
    end = next((at for at in range(verb, last) if tree.tokens[at].pos == "PUNCT"), last)
    words, rest = frozenset(range(verb + 1, end)), frozenset(tree.subtree(what) | {verb})
    nouns = [at for at in words if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON")]
    if nouns and responses.find(rest):
        yield Draft(min(nouns), words, rest=rest)


def by_doing(tree: Tree, verb: int, thing: int | None) -> int | None:
    """Reads "would be making a grave mistake by arming them": what would be the mistake."""
    if thing is None or tree.tokens[thing].lemma not in _MISTAKES or not has_modal(tree, verb):
        return None
    held = (*tree.children(verb, "prep"), *tree.children(thing, "prep"))
    told = (tree.child(at, "pcomp") for at in held if tree.tokens[at].lemma in ("by", "in"))
    return next((at for at in told if at is not None), None)


def is_doing(tree: Tree, subject: int, acts: Collection[str]) -> bool:
    """Reads "the next Danish | shelling of the port", which the parser takes for Danes who shell.

    And "Shelling | Oslo again would …", which it takes for a name; "felling | trees", for kinds of them.
    """
    first = min(tree.subtree(subject))
    several = tree.tokens[first].tag == "VBG" and tree.tokens[subject].tag == "NNS"
    if several and tree.tokens[first].dep == "compound":
        return True
    opens = (
        tree.tokens[first].dep == "compound" and first == tree.sentences[tree.sentence(first)].first
    )
    named = tree.tokens[subject].pos == "PROPN" and tree.tokens[first].text.endswith("ing")
    if opens and named and tree.tokens[first].text.lower() in acts:
        return True
    doing = tree.child(subject, "acl")
    people = tree.tokens[subject].entity.endswith("NORP")
    return people and doing == subject + 1 and tree.tokens[doing].tag == "VBG"


def is_meant(tree: Tree, verb: int, subject: int) -> bool:
    """Reads "the first post on the ridge means war", "arming them means war": what is not there yet would bring it."""
    gerund = tree.tokens[subject].dep == "csubj" and tree.tokens[subject].tag == "VBG"
    if gerund or is_doing(tree, subject, ()):
        return tree.tokens[verb].tag == "VBZ" and tree.tokens[verb].lemma in _MEANING
    before = {tree.tokens[at].lemma for at in tree.children(subject, "det", "amod", "nummod")}
    present = tree.tokens[verb].tag in ("VBZ", "VBP")
    return (
        present
        and tree.tokens[verb].lemma in _MEANING
        and tree.tokens[subject].pos == "NOUN"
        and bool(before & _ONE_MORE)
    )
