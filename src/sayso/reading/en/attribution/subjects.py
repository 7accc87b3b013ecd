"""Verbs and subjects that the parser took for something else.

"President A and Minister B | plan | to meet": a verb taken for a noun, though it has a subject and an
infinitive of its own. Subjects taken for an apposition of the phrase before them:
"In an interview with the weekly, | the painter Lia Berg | said …": a finite verb without a subject, and
a fronted phrase that ends right before it with a noun phrase set off by a comma. That is its subject.
And given names taken for auxiliaries: "| Will | Berg said …", where no auxiliary can stand before a past tense.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Sentence, Token
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_INFLECTED = frozenset({"VBD", "VBZ"})
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "parataxis"})
# An infinitive's "to", or "that" and the subjects of a clause.
_OPENS_CLAUSE = frozenset({"TO", "IN", "NN", "NNS", "NNP", "NNPS", "PRP"})
_PLURAL = frozenset({"NNS", "NNPS", "PRP"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


def hang_subjects(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """The same tokens, with such verbs marked as verbs, and such subjects hung on theirs."""
    tree = Tree(tokens, sentences)
    mended = list(tokens)
    for verb in _taken_for_nouns(tree):
        mended[verb] = tokens[verb]._replace(pos="VERB", tag="VBP")
    for verb in _bare_for_nouns(tree):
        mended[verb] = tokens[verb]._replace(pos="VERB", tag="VB")
    for verb, held in _swallowed(tree):
        above = tokens[held].head
        mended[verb] = tokens[verb]._replace(pos="VERB", tag="VB", head=above, dep="ccomp")
        mended[held] = tokens[held]._replace(head=verb, dep="dobj")
    for name in _taken_for_auxiliaries(tree):
        mended[name] = tokens[name]._replace(
            pos="PROPN", tag="NNP", lemma=tokens[name].text, head=name + 1, dep="compound"
        )
    for subject, verb in _found(tree):
        dep = "nsubjpass" if tree.is_passive(verb) else "nsubj"
        mended[subject] = tokens[subject]._replace(head=verb, dep=dep)
    return tuple(mended)


def _taken_for_nouns(tree: Tree) -> Iterator[int]:
    """Bare nouns with a subject and an infinitive or a clause: "plan", "show", which look alike as plural verbs."""
    for index, token in enumerate(tree.tokens):
        if token.tag != "NN" or token.dep not in _CLAUSES:
            continue
        subject = tree.child(index, *SUBJECTS)
        clause = tree.child(index, "xcomp", "ccomp")
        if subject is None or clause is None or not subject < index < clause:
            continue
        plural = tree.tokens[subject].tag in _PLURAL or tree.child(subject, "conj") is not None
        opens = {tree.tokens[at].tag for at in tree.children(clause, "aux", *SUBJECTS, "mark")}
        if plural and opens & _OPENS_CLAUSE:
            yield index


def _bare_for_nouns(tree: Tree) -> Iterator[int]:
    """Bare infinitives with a subject and an object: "let Oslo *re-export* the tanks"."""
    for index, token in enumerate(tree.tokens):
        if token.tag != "NN" or token.dep not in ("ccomp", "xcomp"):
            continue
        subject, held = tree.child(index, *SUBJECTS), tree.child(index, "dobj")
        if subject is not None and held is not None and subject < index < held:
            yield index


def _swallowed(tree: Tree) -> Iterator[tuple[int, int]]:
    """The same read as a part of their object, which a verb above then holds; each with that object."""
    for index, token in enumerate(tree.tokens):
        if token.tag != "NN" or token.dep != "compound" or tree.child(index, *SUBJECTS) is None:
            continue
        held = tree.tokens[token.head]
        if held.dep == "dobj" and tree.tokens[held.head].tag.startswith("VB"):
            yield index, token.head


def _taken_for_auxiliaries(tree: Tree) -> Iterator[int]:
    """Modals with a capital, a surname behind them, and above both a verb that no modal can govern.

    "Should Oslo return, …" may have been read with a verb of the present: that is a condition.
    """
    for index, token in enumerate(tree.tokens[:-1]):
        surname = tree.tokens[index + 1]
        between = token.tag == "MD" and token.text.istitle() and surname.pos == "PROPN"
        if between and token.dep == "aux" and tree.tokens[token.head].tag in _INFLECTED:
            yield index


def _found(tree: Tree) -> Iterator[tuple[int, int]]:
    for verb, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX"):
            continue
        helped = tree.children(verb, "aux", "auxpass")
        finite = token.tag in _FINITE or any(
            tree.tokens[at].tag == "MD" or tree.tokens[at].tag in _FINITE for at in helped
        )
        if not finite:
            continue
        if tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "csubj", "expl"):
            continue
        for preposition in tree.children(verb, "prep"):
            subject = _within(tree, preposition, verb)
            if subject is not None:
                yield subject, verb
                break


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
