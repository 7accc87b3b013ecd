"""Names of papers and stations that were taken for verbs, made names again.

"Told the daily | Aftenposten | on Friday", "told | Bergens | the bridge was shut", "…, | Aftenposten | reported": a
name that the model does not know may be read as a verb with a capital, and what stands around it then hangs on it.
So may the noun of "the BBC's Morning | programme |".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence, Token
from sayso.reading.en.attribution.tellers import FINITE, Change
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FINITE = FINITE | {"VBN"}
_NOUNS = ("NN", "NNS")
_ODD = ("ROOT", "aux", "xcomp", "ccomp")  # of a name: it was taken for the verb of a clause
_VERBS = ("VERB", "AUX")
_BEFORE = frozenset({",", "”", '"', "»"})


def name_newsrooms(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], book: CueBook
) -> tuple[Token, ...]:
    """The same tokens, with such names and nouns as what they are."""
    tree = Tree(tokens, sentences)
    mended = list(tokens)
    for sentence in sentences:
        for place, fields in _in_sentence(tree, book, sentence):
            mended[place] = mended[place]._replace(**fields)  # type: ignore[arg-type]
    return tuple(mended)


def _in_sentence(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    yield from _opening(tree, sentence.first)
    for at in range(sentence.first + 1, sentence.last - 1):
        token = tree.tokens[at]
        if token.tag in _NOUNS and token.lemma in book.verbs:
            yield from _showing(tree, at)
        else:
            yield from _changes(tree, book, at)


def _changes(tree: Tree, book: CueBook, at: int) -> Iterator[Change]:
    token, before = tree.tokens[at], tree.tokens[at - 1]
    if token.lemma in book.carrier_kinds and token.pos in _VERBS:
        yield from _undertaking(tree, at)
        return
    odd = token.dep in _ODD or bool(tree.children(at, *SUBJECTS))
    name = token.text[:1].isupper() and (token.pos in _VERBS or odd)
    if not name or token.lemma.lower() in book.verbs or not token.text.isalpha():
        return
    if before.lemma in book.carrier_kinds and before.text.islower():
        yield from _behind_kind(tree, book, at)
    elif token.dep not in ("dobj", "dative") and before.text.islower() and _hears(book, before):
        yield from _told(tree, at)
    elif before.text in _BEFORE and _is_cue(tree, book, at + 1):
        yield from _reporting(tree, at)


def _hears(book: CueBook, verb: Token) -> bool:
    """Whether somebody can be told right behind this verb."""
    senses = book.verbs.get(verb.lemma, ())
    return verb.tag in _FINITE and any("hearer" in sense.frames for sense in senses)


def _is_cue(tree: Tree, book: CueBook, at: int) -> bool:
    token = tree.tokens[at]
    senses = book.verbs.get(token.lemma, ())
    clause = any("clause" in sense.frames for sense in senses)
    return clause and token.text.islower() and token.tag in _FINITE


def _named(place: int, head: int, dep: str) -> Change:
    return place, {"pos": "PROPN", "tag": "NNP", "head": head, "dep": dep}


def _behind_kind(tree: Tree, book: CueBook, at: int) -> Iterator[Change]:
    """The name of the kind of paper before it; what hung on it hangs on what it hung on."""
    tokens, kind, above = tree.tokens, at - 1, tree.tokens[at].head
    owned = (
        tokens[kind].head == at
    )  # "the daily | Aftenposten, …, reported": the paper is its subject
    verb = above
    if owned:
        verb = next((v for v in tree.children(at, "conj") if tokens[v].tag in _FINITE), above)
        quoting = tokens[at + 1].lemma in book.relays
        if tokens[kind].dep not in SUBJECTS or (verb == above and not quoting):
            return
        if verb != above:
            yield verb, {"head": verb if above == at else above, "dep": tokens[at].dep}
        yield kind, {"head": verb, "dep": "nsubj"}
    elif verb == at:
        return
    yield _named(at, kind, "appos")
    for child in tree.children(at):
        if child not in (verb, kind):
            yield child, {"head": verb}


def _told(tree: Tree, at: int) -> Iterator[Change]:
    """The one who is told; what was its object is the subject of the clause that was told."""
    tokens, verb = tree.tokens, at - 1
    clause = next((one for one in tree.children(verb, "ccomp") if one != at), None)
    yield _named(at, verb, "dobj")
    for child in tree.children(at):
        thing = tokens[child].dep == "dobj"
        bare = clause is not None and not tree.children(clause, *SUBJECTS)
        if thing and bare:
            yield child, {"head": clause, "dep": "nsubj"}
        else:
            yield child, {"head": verb}


def _reporting(tree: Tree, at: int) -> Iterator[Change]:
    """The subject of the verb behind it."""
    verb = at + 1
    yield _named(at, verb, "nsubj")
    if tree.tokens[verb].tag == "VBN" and not tree.children(verb, "auxpass"):
        yield verb, {"tag": "VBD"}
    for child in tree.children(at):
        if child != verb:
            yield child, {"head": verb}


def _undertaking(tree: Tree, at: int) -> Iterator[Change]:
    """Reads "told the BBC's Morning | programme | …": a noun, told or telling, with the name before it."""
    tokens, name = tree.tokens, at - 1
    verb = tokens[at].head
    owner = tree.child(name, "poss")
    if (
        tokens[name].head not in (at, verb)
        or tokens[name].pos != "PROPN"
        or owner is None
        or verb == at
    ):
        return
    clause = tree.child(at, "ccomp")
    yield at, {"pos": "NOUN", "tag": "NN", "dep": "dobj" if verb < at else "nsubj"}
    yield name, {"head": at, "dep": "compound"}
    yield owner, {"head": at}
    if clause is not None:
        yield clause, {"head": verb, "dep": "ccomp"}


def _opening(tree: Tree, at: int) -> Iterator[Change]:
    """Reads "Aftenposten, citing two officials, reported …": the subject of the verb that has none."""
    token = tree.tokens[at]
    verb = token.head
    if token.tag != "VB" or token.dep != "advcl" or tree.tokens[at + 1].text != ",":
        return
    if verb <= at or tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        return
    yield _named(at, verb, "nsubj")
    for child in tree.children(at):
        yield child, {"head": verb}


def _showing(tree: Tree, at: int) -> Iterator[Change]:
    """Reads "Files obtained by Aftenposten | show | that …", where all was taken for one noun phrase."""
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
        yield _named(at - 1, at - 2, "appos")
        for mark in tree.children(at - 1, "punct"):
            yield mark, {"head": at}


def _is_obtained(tree: Tree, noun: int) -> bool:
    """Whether a participle with an agent tells of a noun: "files obtained by …"."""
    above = tree.tokens[noun].dep == "ROOT" or tree.tokens[noun].dep in SUBJECTS
    return above and any(tree.children(verb, "agent") for verb in tree.children(noun, "acl"))
