"""Subjects that hang on something else than their verb."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.tags import FINITE, FINITE_OR_MODAL
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_OWN = (*SUBJECTS, *PASSIVE_SUBJECTS, "expl")


def governed(seen: Seen) -> Iterator[Change]:
    """Reads "the order for | four boats | stands", where the boats were taken for a second subject."""
    tree, tokens = seen.tree, seen.tree.tokens
    for noun in seen.places:
        before = min(tree.subtree(noun)) - 1
        if before <= seen.sentence.first or tokens[before].dep != "prep":
            continue
        subjects = tree.children(tokens[noun].head, *SUBJECTS, *PASSIVE_SUBJECTS)
        holder = tokens[before].head
        if tokens[holder].dep == "acl":  # "the order meant for | four boats |"
            holder = tokens[holder].head
        if holder in subjects and holder < before and not tree.children(before):
            yield noun, {"head": before, "dep": "pobj"}


def apposed(seen: Seen) -> Iterator[Change]:
    """Reads "In an interview with the weekly, | the painter Lia Berg | said …", taken for an apposition.

    A finite verb without a subject, and a fronted phrase that ends right before it with a noun phrase set off
    by a comma: that is its subject.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    above = {up for at in seen.places for up in tree.ancestors(at)}
    verbs = {tokens[up].head for up in above if tokens[up].dep == "prep"}
    for verb in sorted(verbs):
        helped = tree.children(verb, "aux", "auxpass")
        finite = any(tokens[at].tag in FINITE_OR_MODAL for at in helped)
        if tokens[verb].pos not in ("VERB", "AUX") or not (finite or tokens[verb].tag in FINITE):
            continue
        if tree.children(verb, *_OWN):
            continue
        within = (_within(tree, at, verb) for at in tree.children(verb, "prep"))
        subject = next((at for at in within if at is not None), None)
        if subject is not None:
            yield subject, {"head": verb, "dep": _as_subject(tree, verb)}


def _within(tree: Tree, preposition: int, verb: int) -> int | None:
    """The noun phrase after a comma that ends the fronted phrase, right before the verb."""
    phrase = tree.subtree(preposition)
    last = max(phrase)
    between = range(last + 1, verb)
    if last > verb or any(
        tree.tokens[at].dep not in _BEFORE_VERB and tree.tokens[at].text != "," for at in between
    ):
        return None
    ending = [at for at in sorted(phrase) if tree.tokens[at].pos != "PUNCT"][-1]
    for at in sorted(phrase, key=lambda at: len(list(tree.ancestors(at)))):
        inside = tree.subtree(at)
        set_off = tree.tokens[min(inside) - 1].text == "," and min(inside) > preposition
        if tree.tokens[at].dep == "appos" and set_off and ending in inside:
            return at
    return None


def heard(seen: Seen) -> Iterator[Change]:
    """Reads "warned | his side | would not wait", where his side was taken for those who are warned."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        whom, clause = tree.child(verb, "dobj"), tree.child(verb, "ccomp")
        if tokens[verb].pos != "VERB" or whom is None or clause is None:
            continue
        if not verb < whom < clause or tree.children(clause, *_OWN, "mark"):
            continue
        group = (clause, *tree.children(clause, "aux", "auxpass"))
        finite = any(tokens[at].tag in FINITE_OR_MODAL for at in group)
        if finite and max(tree.subtree(whom)) + 1 == min(tree.subtree(clause)):
            yield whom, {"head": clause, "dep": _as_subject(tree, clause)}


def told(seen: Seen) -> Iterator[Change]:
    """Reads "warned | Oslo | that …", where the name right behind the verb was taken for a time or a measure."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        whom = verb + 1
        if tokens[verb].pos != "VERB" or whom >= seen.sentence.last or tree.is_passive(verb):
            continue
        name = tokens[whom].pos == "PROPN" and tokens[whom].head == verb
        if name and tokens[whom].dep == "npadvmod" and tree.child(verb, "dobj") is None:
            yield whom, {"dep": "dobj"}


def helped(seen: Seen) -> Iterator[Change]:
    """Reads "Oslo and Riga | have | between them agreed", where the auxiliary was given the subject."""
    tree, tokens = seen.tree, seen.tree.tokens
    for subject in seen.places:
        helper = tokens[subject].head
        verb = tokens[helper].head
        if tokens[helper].dep in ("aux", "auxpass") and not tree.children(verb, *_OWN):
            yield subject, {"head": verb, "dep": _as_subject(tree, verb)}


def doing(seen: Seen) -> Iterator[Change]:
    """Reads "The clerk | acting for the port, who …, | said that …", where the participle was given the clerk.

    A participle in -ing right behind its subject, and a finite verb below which it hangs without another.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for participle in seen.places:
        verb = tokens[participle].head
        subject = tree.child(participle, *SUBJECTS)
        if tokens[participle].tag != "VBG" or subject is None or not subject < participle < verb:
            continue
        if tokens[verb].tag not in FINITE or tree.children(verb, *_OWN, "mark"):
            continue
        beside = max(tree.subtree(subject)) + 1 == participle
        bare = not tree.children(participle, "aux", "mark")
        opening = tokens[min(tree.subtree(participle)) - 1].text
        if beside and bare and opening != "with" and tokens[subject].pos in ("NOUN", "PROPN"):
            yield subject, {"head": verb, "dep": "nsubj"}
            yield participle, {"head": subject, "dep": "acl"}


def joined(seen: Seen) -> Iterator[Change]:
    """Reads "urged Oslo to leave and | threatened …", joined to what was urged: nobody urges what is past."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        asked = tokens[verb].head
        above = tokens[asked].head
        bare = tokens[asked].tag in ("VB", "VBP") and tokens[asked].dep in ("xcomp", "ccomp")
        told = tokens[above].tag in ("VBD", "VBN") and above < asked < verb
        if not (bare and told) or tree.children(verb, *_OWN, "aux", "auxpass"):
            continue
        if tokens[verb].tag == "VBN" and tree.children(asked, "auxpass"):
            continue
        yield verb, {"head": above, "tag": "VBD"}
        for mark in tree.children(asked, "cc"):
            if mark < verb:
                yield mark, {"head": above}


def resumed(seen: Seen) -> Iterator[Change]:
    """Reads "Oslo has sent six, the mayor said, | and will send | more", joined to the verb of telling."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        telling = tokens[verb].head
        told, teller = tree.child(telling, "ccomp"), tree.child(telling, *SUBJECTS)
        if tokens[telling].lemma not in seen.book.verbs or told is None or teller is None:
            continue
        between = [token.text for token in tokens[telling + 1 : telling + 3]]
        helped = any(tokens[at].tag in FINITE_OR_MODAL for at in tree.children(verb, "aux"))
        helped = helped and not tree.children(verb, *_OWN)
        if told < teller < telling < verb and between == [",", "and"] and helped:
            yield verb, {"head": told}


def behind_days(seen: Seen) -> Iterator[Change]:
    """Reads "On Friday | Oslo | signed …", where the day was taken for a part of the name."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        day, preposition = at - 1, tokens[at].head
        verb = tokens[preposition].head
        if preposition != at - 2 or tokens[day].head != at or tokens[at].pos != "PROPN":
            continue
        dated = tokens[day].entity.endswith("DATE") and not tokens[at].entity.endswith("DATE")
        if dated and tokens[verb].tag in FINITE and at < verb and not tree.children(verb, *_OWN):
            yield day, {"head": preposition, "dep": "pobj"}
            yield at, {"head": verb, "dep": _as_subject(tree, verb)}


def _as_subject(tree: Tree, verb: int) -> str:
    return "nsubjpass" if tree.is_passive(verb) else "nsubj"


BEHIND_DAYS = Repair(behind_days, deps=frozenset({"pobj"}))
GOVERNED = Repair(governed, deps=SUBJECTS | PASSIVE_SUBJECTS)
APPOSED = Repair(apposed, deps=frozenset({"appos"}))
HELPED = Repair(helped, deps=SUBJECTS | PASSIVE_SUBJECTS)
DOING = Repair(doing, deps=frozenset({"advcl"}))
HEARD = Repair(heard, lemmas=lambda book: book.verbs)
TOLD = Repair(told, tags=frozenset({"VBD", "VBN"}), lemmas=lambda book: with_frame(book, "hearer"))
RESUMED = Repair(resumed, deps=frozenset({"conj"}))
JOINED = Repair(joined, tags=frozenset({"VBD", "VBN"}), deps=frozenset({"conj"}))
