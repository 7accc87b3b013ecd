"""Tellings before or behind a clause that the parser hung elsewhere, hung where they belong.

"As the mayor told Reuters, the bridge is shut": the telling is a clause beside the bridge's.
"The bridge is shut, the owner, Lia Berg, said": the telling holds the clause before it (`tellers`). In
"“…”, declared the minister" the minister is no object, and in "according to the mayor, Lia Berg, the bridge …"
Berg is the mayor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence, Token
from sayso.reading.en.attribution.apposed import apposed_names, cited_names, names_in_marks
from sayso.reading.en.attribution.cited_as import quoted_as
from sayso.reading.en.attribution.mistagged import name_newsrooms
from sayso.reading.en.attribution.openings import (
    copies,
    named_sources,
    newsrooms,
    occasions_dated,
    sightings,
    stations,
)
from sayso.reading.en.attribution.participants import NOUNS, agent_of, can_speak, noun_phrase
from sayso.reading.en.attribution.subjects import hang_subjects
from sayso.reading.en.attribution.tellers import (
    FINITE,
    Change,
    is_open,
    is_phrase,
    told_by,
)
from sayso.reading.en.attribution.topics import hang_topics
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MARKS = frozenset('"“”«»„')
_CLOSING = frozenset('”»"’“')


def hang(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], book: CueBook
) -> tuple[Token, ...]:
    """The tokens of a line as the rules read them: subjects on their verbs, then tellings on their clauses."""
    tokens = name_newsrooms(tokens, sentences, book)
    tokens = hang_topics(hang_subjects(tokens, sentences), sentences)
    return hang_asides(tokens, sentences, book)


def hang_asides(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], book: CueBook
) -> tuple[Token, ...]:
    """The same tokens, with such tellings hung on their clauses."""
    tokens = _tails(Tree(tokens, sentences), book)
    tokens = _taken_for_hearers(Tree(tokens, sentences), book)
    tokens = _sources(Tree(tokens, sentences), book)
    tree = Tree(tokens, sentences)
    mended = list(tokens)
    for sentence in sentences:
        telling = (
            list(_before(tree, book, sentence))
            or list(told_by(tree, book, sentence))
            or list(_inverted(tree, book, sentence))
        )
        _apply(mended, (*names_in_marks(tree, book, sentence), *apposed_names(tree, sentence)))
        _apply(mended, tuple(_spliced(tree, book, sentence)))
        _apply(mended, tuple(_told_that(tree, book, sentence)))
        _apply(mended, tuple(cited_names(tree, book, sentence)))
        _apply(mended, tuple(_as_they_plan(tree, sentence)))
        _apply(mended, telling)
    return tuple(mended)


def _sources(tree: Tree, book: CueBook) -> tuple[Token, ...]:
    """The tokens with the sources that open a sentence, or saw its document, where they belong."""
    mended = list(tree.tokens)
    for sentence in tree.sentences:
        _apply(mended, tuple(named_sources(tree, book, sentence)))
        _apply(mended, tuple(copies(tree, book, sentence)))
        _apply(mended, tuple(sightings(tree, book, sentence)))
        _apply(mended, tuple(newsrooms(tree, book, sentence)))
        _apply(mended, tuple(stations(tree, book, sentence)))
        _apply(mended, tuple(quoted_as(tree, book, sentence)))
        _apply(mended, tuple(occasions_dated(tree, book, sentence)))
    return tuple(mended)


def _tails(tree: Tree, book: CueBook) -> tuple[Token, ...]:
    """The tokens with the verbs that end a sentence and were taken for nouns: "…, the agency reports"."""
    mended = list(tree.tokens)
    for sentence in tree.sentences:
        words = [
            at
            for at in range(sentence.first, sentence.last)
            if tree.tokens[at].pos not in ("PUNCT", "SPACE")
        ]
        last = words[-1] if words else sentence.first
        token = tree.tokens[last]
        if token.tag not in ("NN", "NNS") or token.lemma not in book.verbs:
            continue
        who = [at for at in tree.children(last, *SUBJECTS) if at < last]
        joined = [at for at in tree.children(last, "compound") if at == last - 1]
        newsroom = [at for at in joined if tree.tokens[at].lemma in book.carrier_kinds]
        if not who and newsroom:
            who = newsroom
            mended[who[0]] = mended[who[0]]._replace(dep="nsubj")
            for at in tree.children(last, "compound", "det", "amod", "nmod"):
                if at < who[0]:
                    mended[at] = mended[at]._replace(head=who[0])
        if who and tree.tokens[_start(tree, last, who[-1]) - 1].text in (",", "”", '"'):
            mended[last] = token._replace(tag="VBP" if token.tag == "NN" else "VBZ", pos="VERB")
    return tuple(mended)


def _start(tree: Tree, verb: int, who: int) -> int:
    """Where the phrase of who ends a sentence begins, also where the parser took the verb into it."""
    own = tree.tokens[who].dep == "compound"
    return min(tree.subtree(verb, without=("punct",)) if own else tree.subtree(who))


def _taken_for_hearers(tree: Tree, book: CueBook) -> tuple[Token, ...]:
    """The tokens with the subjects that were taken for hearers: "warned | his side | would not wait"."""
    mended = list(tree.tokens)
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.lemma not in book.verbs:
            continue
        whom = tree.child(verb, "dobj")
        clause = tree.child(verb, "ccomp")
        if whom is None or clause is None or not verb < whom < clause:
            continue
        group = [clause, *tree.children(clause, "aux", "auxpass")]
        finite = any(tree.tokens[at].tag in FINITE or tree.tokens[at].tag == "MD" for at in group)
        own = tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS, "expl", "mark")
        if finite and not own and max(tree.subtree(whom)) + 1 == min(tree.subtree(clause)):
            dep = "nsubjpass" if tree.is_passive(clause) else "nsubj"
            mended[whom] = mended[whom]._replace(head=clause, dep=dep)
    return tuple(mended)


def _apply(tokens: list[Token], changes: Sequence[Change]) -> None:
    """Makes the changes, unless they would hang a word below itself."""
    kept = {at: tokens[at] for at, _ in changes}
    for at, fields in changes:
        tokens[at] = tokens[at]._replace(**fields)  # type: ignore[arg-type]  # fields of a Token
    if any(_circles(tokens, at) for at in kept):
        for at, token in kept.items():
            tokens[at] = token


def _circles(tokens: list[Token], at: int) -> bool:
    seen = set()
    while tokens[at].head != at:
        if at in seen:
            return True
        seen.add(at)
        at = tokens[at].head
    return False


def _before(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "As X said, …" where "as" was taken for a preposition or its clause for the main one."""
    tokens, first = tree.tokens, sentence.first
    if tokens[first].lemma != "as":
        return
    verb = next((at for at in range(first + 1, sentence.last) if tokens[at].pos == "VERB"), None)
    if verb is None or tokens[verb].tag not in FINITE or tree.children(verb, "aux", "neg"):
        return
    teller = range(first + 1, verb)
    held = [at for at in tree.children(verb, "ccomp") if at > verb]
    if not is_phrase(tree, teller) or not (held or is_open(tree, book, verb)):
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
            own = tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
            above = tree.tokens[at].head
            if own and min(own) > comma and (above <= comma or above == at):
                return at
    return None


def _inverted(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "“…”, declared the minister" where the minister was taken for the object."""
    tokens = tree.tokens
    for verb in range(sentence.first + 1, sentence.last):
        senses = book.verbs.get(tokens[verb].lemma, ())
        if tokens[verb].tag not in FINITE or not any("clause" in one.frames for one in senses):
            continue
        thing = tree.child(verb, "dobj")
        if thing is None or tree.children(verb, "aux", *SUBJECTS, *PASSIVE_SUBJECTS):
            continue
        before = [at for at in (verb - 1, verb - 2) if at >= sentence.first]
        quoted = any(tokens[at].text in _CLOSING for at in before)
        phrase = noun_phrase(tree, thing)
        if quoted and min(phrase) == verb + 1 and can_speak(tree, book, phrase):
            yield thing, {"dep": "nsubj"}


def _spliced(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "The rebels claimed …; the army said …": what ends in a semicolon is not what the army said."""
    for verb in range(sentence.first, sentence.last):
        if tree.tokens[verb].lemma not in book.verbs:
            continue
        subject = tree.child(verb, *SUBJECTS)
        if subject is None:
            continue
        first = min(tree.subtree(subject))
        for clause in tree.children(verb, "ccomp"):
            if clause < first and tree.tokens[first - 1].text == ";":
                above, dep = tree.tokens[verb].head, tree.tokens[verb].dep
                yield clause, {"head": clause if above == verb else above, "dep": dep}
                yield verb, {"head": clause, "dep": "conj"}


def _told_that(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "told her on the night of the coup that …": the clause is told, and tells not of the coup.

    So is that of "wrote in a letter that …", for else nothing would be written, and of "said, according
    to the daily Kontur, that …".
    """
    tokens = tree.tokens
    for verb in range(sentence.first, sentence.last):
        senses = book.verbs.get(tokens[verb].lemma)
        if senses is None:
            continue
        passive = tree.is_passive(verb)
        whom = agent_of(tree, verb) if passive else tree.child(verb, "dobj")
        if passive and whom is None:
            continue
        holds = "clause" if whom is None else "hearer"
        if not any(holds in one.frames for one in senses):
            continue
        held = tree.children(verb, "ccomp", "xcomp")
        if any(not _is_behind_comma(tree, at) for at in held):
            continue
        relatives = (at for at in tree.subtree(verb) if tokens[at].dep in ("relcl", "acl", "pcomp"))
        clause = max(relatives, default=verb)
        inside = tree.subtree(clause)
        that = min(inside)
        full = tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
        aside = passive or tokens[clause].head not in (whom, verb) or tokens[that].dep == "mark"
        if whom is None:
            aside = aside and _is_in_words(tree, book, verb, tokens[clause].head)
        if tokens[that].lemma == "that" and that not in full and full and aside and verb < that:
            yield clause, {"head": verb, "dep": "ccomp"}
            yield that, {"head": clause, "dep": "mark", "tag": "IN"}


def _is_in_words(tree: Tree, book: CueBook, verb: int, noun: int) -> bool:
    """Whether a verb is told in something of words, "wrote in a letter", and nothing else beside it is told."""
    above = tree.tokens[noun].head
    if tree.tokens[noun].lemma in ("accord", "according"):
        return True
    if tree.tokens[above].lemma == "to" and tree.tokens[above - 1].lemma in ("accord", "according"):
        return True
    said_in = tree.tokens[above].lemma == "in" and tree.tokens[above].head == verb
    sentence = tree.sentences[tree.sentence(verb)]
    marked = any(tree.tokens[at].text in _MARKS for at in range(sentence.first, sentence.last))
    return said_in and not marked and tree.tokens[noun].lemma in book.spoken_in


def _is_behind_comma(tree: Tree, clause: int) -> bool:
    """Whether a clause stands behind a comma, as the telling that ends a sentence does."""
    first = min(tree.subtree(clause))
    return "," in (tree.tokens[first].text, tree.tokens[first - 1].text)


def _as_they_plan(tree: Tree, sentence: Sentence) -> Iterator[Change]:
    """Reads "as the bakers plan to strike" where the plan was taken for a noun."""
    tokens = tree.tokens
    for at in range(sentence.first, sentence.last):
        noun = tokens[at]
        if noun.pos != "NOUN" or noun.dep != "advcl" or not tree.children(at, "xcomp"):
            continue
        for mark in tree.children(noun.head, "prep"):
            who = tree.child(mark, "pobj")
            if who is None or tokens[mark].lemma != "as" or max(tree.subtree(who)) + 1 != at:
                continue
            yield mark, {"head": at, "dep": "mark"}
            yield who, {"head": at, "dep": "nsubj"}
            yield at, {"pos": "VERB", "tag": "VBP"}
