"""Clauses and tellings that the parser hung on each other the wrong way round, hung where they belong."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import NOUNS, agent_of, can_speak, noun_phrase
from sayso.reading.en.repairs.phrases import is_open, is_phrase
from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.tags import FINITE
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MARKS = frozenset('"“”«»„')
_CLOSING = frozenset('”»"’“')
_ALL_SUBJECTS = (*SUBJECTS, *PASSIVE_SUBJECTS)


def before(seen: Seen) -> Iterator[Change]:
    """Reads "As X said, …" where "as" was taken for a preposition or its clause for the main one."""
    tree, tokens, sentence = seen.tree, seen.tree.tokens, seen.sentence
    first = sentence.first
    if first != seen.places[0]:
        return
    verb = next((at for at in range(first + 1, sentence.last) if tokens[at].pos == "VERB"), None)
    if verb is None or tokens[verb].tag not in FINITE or tree.children(verb, "aux", "neg"):
        return
    teller = range(first + 1, verb)
    held = [at for at in tree.children(verb, "ccomp") if at > verb]
    if not is_phrase(tree, teller) or not (held or is_open(tree, seen.book, verb)):
        return
    clause = _clause_behind(tree, verb, sentence)
    hung = tokens[verb].dep == "advcl" and tokens[verb].head == clause
    if clause is None or (hung and tokens[first].dep == "mark"):
        return
    yield first, {"head": verb, "dep": "mark"}
    yield verb, {"head": clause, "dep": "advcl"}
    yield clause, {"head": clause, "dep": "ROOT"}
    heads = [at for at in teller if tokens[at].head in (first, verb) and tokens[at].pos in NOUNS]
    for number, at in enumerate(heads):
        yield at, {"head": heads[0] if number else verb, "dep": "appos" if number else "nsubj"}


def _clause_behind(tree: Tree, verb: int, sentence: Sentence) -> int | None:
    """The verb of the clause that a comma parts from the telling before it."""
    for comma in range(verb + 1, sentence.last):
        if tree.tokens[comma].text != ",":
            continue
        for at in range(comma + 1, sentence.last):
            own = tree.children(at, *_ALL_SUBJECTS)
            above = tree.tokens[at].head
            if own and min(own) > comma and (above <= comma or above == at):
                return at
    return None


def inverted(seen: Seen) -> Iterator[Change]:
    """Reads "“…”, declared the minister" where the minister was taken for the object."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        thing = tree.child(verb, "dobj")
        if thing is None or tree.children(verb, "aux", *_ALL_SUBJECTS):
            continue
        before = [at for at in (verb - 1, verb - 2) if at >= seen.sentence.first]
        quoted = any(tokens[at].text in _CLOSING for at in before)
        phrase = noun_phrase(tree, thing)
        if quoted and min(phrase) == verb + 1 and can_speak(tree, seen.book, phrase):
            yield thing, {"dep": "nsubj"}


def spliced(seen: Seen) -> Iterator[Change]:
    """Reads "The rebels claimed …; the army said …": what ends in a semicolon is not what the army said."""
    tree = seen.tree
    for verb in seen.places:
        subject = tree.child(verb, *SUBJECTS)
        if subject is None:
            continue
        first = min(tree.subtree(subject))
        for clause in tree.children(verb, "ccomp"):
            if clause < first and tree.tokens[first - 1].text == ";":
                above, dep = tree.tokens[verb].head, tree.tokens[verb].dep
                yield clause, {"head": clause if above == verb else above, "dep": dep}
                yield verb, {"head": clause, "dep": "conj"}


def told_that(seen: Seen) -> Iterator[Change]:
    """Reads "told her on the night of the coup that …": the clause is told, and tells not of the coup.

    So is that of "wrote in a letter that …", for else nothing would be written, and of "said, according
    to the daily Kontur, that …".
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        passive = tree.is_passive(verb)
        whom = agent_of(tree, verb) if passive else tree.child(verb, "dobj")
        if passive and whom is None:
            continue
        holds = "clause" if whom is None else "hearer"
        if not any(holds in one.frames for one in seen.book.verbs[tokens[verb].lemma]):
            continue
        held = tree.children(verb, "ccomp", "xcomp")
        if any(not _is_behind_comma(tree, at) for at in held):
            continue
        relatives = (at for at in tree.subtree(verb) if tokens[at].dep in ("relcl", "acl", "pcomp"))
        clause = max(relatives, default=verb)
        inside = tree.subtree(clause)
        that = min(inside)
        full = tree.children(clause, *_ALL_SUBJECTS)
        aside = passive or tokens[clause].head not in (whom, verb) or tokens[that].dep == "mark"
        aside = aside or any(at != that for at in tree.children(clause, "dobj", "nsubjpass"))
        aside = aside or _is_set(tree, clause)
        if whom is None:
            aside = aside and _is_in_words(tree, seen.book, verb, tokens[clause].head)
        if tokens[that].lemma == "that" and that not in full and full and aside and verb < that:
            yield clause, {"head": verb, "dep": "ccomp"}
            yield that, {"head": clause, "dep": "mark", "tag": "IN"}


def _is_set(tree: Tree, clause: int) -> bool:
    """Whether a clause to come has a condition of its own: "told the envoy that it would go to war if …"."""
    coming = any(tree.tokens[at].tag == "MD" for at in tree.children(clause, "aux"))
    marks = (at for one in tree.children(clause, "advcl") for at in tree.children(one, "mark"))
    return coming and any(tree.tokens[at].lemma in ("if", "unless", "once") for at in marks)


def _is_in_words(tree: Tree, book: CueBook, verb: int, noun: int) -> bool:
    """Whether a verb is told in something of words, "wrote in a letter", and nothing else beside it is told."""
    above = tree.tokens[noun].head
    if tree.tokens[noun].lemma in book.sourcing.according:
        return True
    if tree.tokens[above].lemma == "to" and tree.tokens[above - 1].lemma in book.sourcing.according:
        return True
    said_in = tree.tokens[above].lemma == "in" and tree.tokens[above].head == verb
    sentence = tree.sentences[tree.sentence(verb)]
    marked = any(tree.tokens[at].text in _MARKS for at in range(sentence.first, sentence.last))
    return said_in and not marked and tree.tokens[noun].lemma in book.spoken_in


def _is_behind_comma(tree: Tree, clause: int) -> bool:
    """Whether a clause stands behind a comma, as the telling that ends a sentence does."""
    first = min(tree.subtree(clause))
    return "," in (tree.tokens[first].text, tree.tokens[first - 1].text)


BEFORE = Repair(before, lemmas=lambda _: ("as",))
INVERTED = Repair(inverted, tags=FINITE, lemmas=lambda book: with_frame(book, "clause"))
SPLICED = Repair(spliced, lemmas=lambda book: book.verbs)
TOLD_THAT = Repair(told_that, lemmas=lambda book: book.verbs)
