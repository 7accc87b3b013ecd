"""Sources that open a sentence or stand beside a document, hung where they belong.

"Citing the mayor, Lia Berg, the agency Delvane said …": Berg is the mayor, and the agency says. "A report,
a copy of which was seen by Delvane, says …": the aside tells of the report and is no clause beside it. "Emails obtained by the broadcaster Nova suggest …":
Nova is the broadcaster's name. "In an interview published on Friday that …": the interview was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.en.attribution.tellers import FINITE, NOMINAL, Change
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_RELATIVE = "which"
_COPIES = frozenset({"copy", "part", "excerpt", "text"})


def named_sources(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "Citing the mayor, Lia Berg, the agency said …" where Berg was taken for the one who said it."""
    tokens = tree.tokens
    source = _opening_source(tree, book, sentence)
    if source is None:
        return
    comma = (
        source + 1 + max(at - source for at in tree.subtree(source) if _is_before(tree, source, at))
    )
    name = _run(tree, comma + 1, sentence)
    teller = _run(tree, name.stop + 1, sentence)
    if not name or not teller or teller.stop >= sentence.last:
        return
    parted = tokens[comma].text == "," == tokens[name.stop].text
    verb = teller.stop
    if not parted or any(tokens[at].pos != "PROPN" for at in name):
        return
    if tokens[verb].tag not in FINITE or tokens[verb].lemma not in book.verbs:
        return
    for place, words in ((source, name), (verb, teller)):
        heads = [at for at in words if tokens[at].head not in words]
        nouns = [at for at in heads if tokens[at].pos in ("NOUN", "PROPN")]
        for number, at in enumerate(nouns):
            first = "appos" if words is name else "nsubj"
            yield at, {"head": nouns[0] if number else place, "dep": "appos" if number else first}


def _opening_source(tree: Tree, book: CueBook, sentence: Sentence) -> int | None:
    """The noun after an opening "Citing", "Quoting" or "With reference to"."""
    tokens, first = tree.tokens, sentence.first
    if tokens[first].tag == "VBG" and book.relays.get(tokens[first].lemma) == "cites":
        return tree.child(first, "dobj")
    opening = [token.lemma for token in tokens[first : first + 3]]
    return tree.child(first + 2, "pobj") if opening == ["with", "reference", "to"] else None


def _is_before(tree: Tree, source: int, at: int) -> bool:
    """Whether a word of the source's phrase stands before the first comma behind it."""
    return at < source or all(tree.tokens[one].text != "," for one in range(source, at + 1))


def _run(tree: Tree, first: int, sentence: Sentence) -> range:
    """The words of a noun phrase from here on, up to a comma or a verb."""
    last = first
    while last < sentence.last and tree.tokens[last].pos in NOMINAL:
        last += 1
    return range(first, last)


def copies(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "a letter, a copy of which was seen by X": the clause belongs to the letter."""
    tokens = tree.tokens
    for verb in range(sentence.first, sentence.last):
        if tokens[verb].lemma not in book.sighted | book.handed:
            continue
        copy = max(tree.children(verb, *PASSIVE_SUBJECTS), default=None)
        if copy is None:
            continue
        phrase = tree.subtree(copy)
        before = min(phrase) - 1
        which = {tokens[at].lemma for at in phrase}
        if tokens[copy].lemma not in _COPIES or _RELATIVE not in which:
            continue
        if tokens[before].text != "," or tokens[verb].dep == "relcl":
            continue
        noun = _document(tree, book, before)
        main = _main(tree, verb, before)
        if noun is None or main is None:
            continue
        yield verb, {"head": noun, "dep": "relcl"}
        if tokens[verb].head == verb:
            yield main, {"head": main, "dep": "ROOT"}
        for at in tree.children(verb, *PASSIVE_SUBJECTS, "prep"):
            if at < before:
                subject = tokens[at].dep in PASSIVE_SUBJECTS
                yield at, {"head": main, "dep": "nsubj" if subject else "prep"}


def sightings(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "told staff in an email seen by X | that …", "a man who has seen the memo | told X …".

    What is told in a document is not what its readers saw, and nor is the telling of those who read it.
    """
    tokens = tree.tokens
    for verb in range(sentence.first, sentence.last):
        if tokens[verb].lemma not in book.sighted or tokens[verb].dep not in ("acl", "relcl"):
            continue
        clause = tree.child(verb, "ccomp")
        if clause is None or clause < verb:
            continue
        if tree.children(verb, "agent"):
            told = [at for at in tree.ancestors(verb) if tokens[at].lemma in book.verbs]
            if told and any(tokens[at].lemma == "that" for at in tree.children(clause, "mark")):
                yield clause, {"head": told[0], "dep": "ccomp"}
        else:
            yield from _who_has_seen(tree, book, verb, clause, sentence)


def _who_has_seen(
    tree: Tree, book: CueBook, verb: int, told: int, sentence: Sentence
) -> Iterator[Change]:
    """Reads "a man who has seen the memo | told X …" where the memo was taken for the one who told it."""
    tokens = tree.tokens
    seen = tree.child(told, *SUBJECTS)
    who = tokens[verb].head
    relative = any(tokens[at].tag == "WP" for at in tree.children(verb, *SUBJECTS))
    if seen is None or not relative or not verb < seen < told or tokens[told].tag not in FINITE:
        return
    if tokens[told].lemma not in book.verbs or tokens[seen].lemma not in book.documents:
        return
    main = next((at for at in range(sentence.first, sentence.last) if tokens[at].head == at), told)
    yield seen, {"head": verb, "dep": "dobj"}
    yield told, {"head": told, "dep": "ROOT"}
    yield who, {"head": told, "dep": "nsubj"}
    if main < min(tree.subtree(who)):
        yield main, {"head": told, "dep": "ccomp"}


def newsrooms(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "Emails obtained by the broadcaster | Nova | suggest …": the newsroom's name ends the subject."""
    for verb in range(sentence.first, sentence.last):
        if len(tree.children(verb)) < 2:
            continue
        subjects = tree.children(verb, *SUBJECTS)
        if len(subjects) < 2:
            continue
        kind = min(tree.subtree(subjects[-1])) - 1
        named = tree.tokens[subjects[-1]].pos == "PROPN" and kind in tree.subtree(subjects[0])
        if named and tree.tokens[kind].lemma in book.carrier_kinds:
            yield subjects[-1], {"head": kind, "dep": "appos"}


def stations(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "In an interview on the station | Radio Sol, the mayor said …": the mayor is the one who said it."""
    for verb in range(sentence.first, sentence.last):
        name = tree.child(verb, "nsubj")
        if name is None or tree.tokens[name].pos != "PROPN" or name > verb:
            continue
        phrase = tree.subtree(name, without=("appos", "punct"))
        kind, after = min(phrase) - 1, max(phrase) + 1
        if kind < sentence.first or tree.tokens[kind].lemma not in book.carrier_kinds:
            continue
        governed = tree.tokens[kind].dep == "pobj" and tree.tokens[kind].text.islower()
        teller = next((at for at in tree.children(name, "appos") if at > after), None)
        if governed and teller is not None and tree.tokens[after].text == ",":
            yield name, {"head": kind, "dep": "appos"}
            yield teller, {"head": verb, "dep": "nsubj"}


def occasions_dated(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "Said in an interview published on Friday | that …", where it was taken for "said published"."""
    tokens = tree.tokens
    for verb in range(sentence.first + 1, sentence.last):
        token = tokens[verb]
        if token.tag != "VBN" or token.dep != "ccomp":
            continue
        if tokens[token.head].lemma not in book.verbs:
            continue
        clause = tree.child(verb, "ccomp")
        bare = min(tree.subtree(verb)) == verb > token.head and tokens[verb - 1].pos in NOUNS
        if clause is not None and bare and tree.children(clause, "mark"):
            yield verb, {"head": verb - 1, "dep": "acl"}
            yield clause, {"head": token.head, "dep": "ccomp"}


def _main(tree: Tree, verb: int, comma: int) -> int | None:
    """The verb that the sentence has beside the aside: the one above, or one that was hung on it."""
    if tree.tokens[verb].head != verb:
        return tree.tokens[verb].head
    before = [at for at in tree.children(verb, "ccomp") if at < comma]
    return next(iter((*before, *tree.children(verb, "conj"))), None)


def _document(tree: Tree, book: CueBook, comma: int) -> int | None:
    """The noun of a document whose phrase ends at a comma."""
    at = comma - 1
    for one in (at, *tree.ancestors(at)):
        token = tree.tokens[one]
        if token.pos not in ("NOUN", "PROPN", "ADP", "ADJ"):
            return None
        if token.lemma in book.documents:
            return one
    return None
