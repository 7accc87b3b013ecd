"""Tellings before or behind a clause that the parser hung elsewhere, hung where they belong.

"As the mayor told Reuters, the bridge is shut": the telling is a clause beside the bridge's.
"The bridge is shut, the agency Belga reported on Monday": the telling holds the clause before it. The
small model takes a subject for an apposition of the last noun, and its verb for a participle; and in
"“…”, declared the minister" whoever speaks for the object.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence, Token
from sayso.reading.en.participants import ASKED, can_speak, noun_phrase
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART", "ADP", "PRON", "CCONJ"})
_OPENING = frozenset({"DET", "PROPN", "NOUN", "ADJ"})
_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "agent")
_LOST = frozenset({"acl", "appos"})
_CLOSING = frozenset('”»"’')
_LONGEST = 14  # tokens of the one who tells

Change = tuple[int, dict[str, object]]


def hang_asides(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], book: CueBook
) -> tuple[Token, ...]:
    """The same tokens, with such tellings hung on their clauses."""
    tree = Tree(tokens, sentences)
    mended = list(tokens)
    for sentence in sentences:
        changes = (
            list(_before(tree, book, sentence))
            or list(_behind(tree, book, sentence))
            or list(_inverted(tree, book, sentence))
        )
        for at, fields in (*changes, *_marked(tree, book, sentence)):
            mended[at] = mended[at]._replace(**fields)  # type: ignore[arg-type]
    return tuple(mended)


def _before(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "As X said, …" where "as" was taken for a preposition or its clause for the main one."""
    tokens, first = tree.tokens, sentence.first
    if tokens[first].lemma != "as":
        return
    verb = next((at for at in range(first + 1, sentence.last) if tokens[at].pos == "VERB"), None)
    if verb is None or tokens[verb].tag not in _FINITE or not _tells(tree, book, verb):
        return
    teller = range(first + 1, verb)
    if not _is_phrase(tree, teller):
        return
    clause = _clause_behind(tree, verb, sentence)
    if clause is None or (tokens[verb].dep == "advcl" and tokens[verb].head == clause):
        return
    yield first, {"head": verb, "dep": "mark"}
    yield verb, {"head": clause, "dep": "advcl"}
    yield clause, {"head": clause, "dep": "ROOT"}
    heads = [at for at in teller if tokens[at].head in (first, verb) and tokens[at].pos != "PUNCT"]
    for number, at in enumerate(heads):
        fields = {"head": heads[0], "dep": "appos"} if number else {"head": verb, "dep": "nsubj"}
        yield at, fields


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


def _behind(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "…, the agency X reported on Monday" where the agency was taken for an apposition."""
    tokens = tree.tokens
    for verb in range(sentence.last - 1, sentence.first, -1):
        token = tokens[verb]
        if not _is_lost(tree, verb) or not _tells(tree, book, verb):
            continue
        teller = _teller(tree, verb, sentence)
        heads = [at for at in teller if tokens[at].head not in teller and tokens[at].pos != "PUNCT"]
        if not heads or not _is_phrase(tree, teller):
            continue
        if tokens[teller[0]].pos not in _OPENING or not can_speak(tree, book, set(teller)):
            continue
        if token.tag == "VBN" and tokens[teller[0]].lemma == "a":
            continue
        told = _main(tree, sentence, teller[0])
        if told is None or not _ends(tree, verb, heads[0], sentence):
            continue
        yield verb, {"head": verb, "dep": "ROOT", "tag": "VBD" if token.tag == "VBN" else token.tag}
        yield told, {"head": verb, "dep": "ccomp"}
        for number, at in enumerate(heads):
            fields = (
                {"head": heads[0], "dep": "appos"} if number else {"head": verb, "dep": "nsubj"}
            )
            yield at, fields
        return


def _is_lost(tree: Tree, verb: int) -> bool:
    """Whether a verb hangs as a participle, as an apposition, or with another and no subject of its own."""
    token = tree.tokens[verb]
    if token.dep == "conj":
        joined = any(token.head < at < verb for at in tree.children(token.head, "cc"))
        return token.tag in _FINITE and not joined and not tree.children(verb, *SUBJECTS)
    return token.dep in _LOST and token.tag in (*_FINITE, "VBN")


def _teller(tree: Tree, verb: int, sentence: Sentence) -> range:
    """What stands between the comma and the verb, with an apposition that ends in a comma."""
    commas = [at for at in range(sentence.first, verb) if tree.tokens[at].text == ","]
    if commas and commas[-1] == verb - 1:
        commas = commas[:-2]
    return range(commas[-1] + 1, verb) if commas else range(0)


def _inverted(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "“…”, declared the minister" where the minister was taken for the object."""
    tokens = tree.tokens
    for verb in range(sentence.first + 1, sentence.last):
        senses = book.verbs.get(tokens[verb].lemma, ())
        if tokens[verb].tag not in _FINITE or not any("clause" in one.frames for one in senses):
            continue
        thing = tree.child(verb, "dobj")
        if thing is None or tree.children(verb, "aux", *SUBJECTS, *PASSIVE_SUBJECTS):
            continue
        before = [at for at in (verb - 1, verb - 2) if at >= sentence.first]
        quoted = any(tokens[at].text in _CLOSING for at in before)
        phrase = noun_phrase(tree, thing)
        if quoted and min(phrase) == verb + 1 and can_speak(tree, book, phrase):
            yield thing, {"dep": "nsubj"}


def _marked(tree: Tree, book: CueBook, sentence: Sentence) -> Iterator[Change]:
    """Reads "the newspaper «Slovo»": the name is that of the noun before it."""
    tokens = tree.tokens
    for noun in range(sentence.first, sentence.last - 2):
        if tokens[noun].lemma not in book.carrier_kinds or tokens[noun + 1].tag != "``":
            continue
        name: list[int] = []
        for at in range(noun + 2, sentence.last):
            if tokens[at].pos != "PROPN":
                break
            name.append(at)
        for at in name:
            if tokens[at].head not in name:
                yield at, {"head": noun, "dep": "appos"}


def _main(tree: Tree, sentence: Sentence, comma: int) -> int | None:
    """The sentence's main verb, where its subject and itself stand before the comma."""
    for at in range(sentence.first, comma):
        token = tree.tokens[at]
        if token.head == at and token.pos in ("VERB", "AUX"):
            own = tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
            return at if own and max(own) < comma else None
    return None


def _ends(tree: Tree, verb: int, teller: int, sentence: Sentence) -> bool:
    """Whether nothing but what belongs to the telling follows it."""
    rest = range(verb + 1, sentence.last)
    own = tree.subtree(verb) | tree.subtree(teller)
    return all(at in own or tree.tokens[at].pos in ("PUNCT", "SPACE") for at in rest)


def _tells(tree: Tree, book: CueBook, verb: int) -> bool:
    """Whether a verb can hold a clause and holds nothing yet, but for whom it was told to."""
    frames = {frame for cue in book.verbs.get(tree.tokens[verb].lemma, ()) for frame in cue.frames}
    if "clause" not in frames or tree.is_negated(verb) or tree.children(verb, "auxpass"):
        return False
    taken = [at for at in tree.children(verb, *_COMPLEMENTS) if at > verb]
    if "hearer" in frames:
        taken = [at for at in taken if tree.tokens[at].dep != "dobj"]
    governed = [
        at
        for at in tree.children(verb, "prep")
        if at > verb and tree.tokens[at].lemma in frames - ASKED
    ]
    return not governed and all(tree.tokens[at].dep == "ccomp" for at in taken)


def _is_phrase(tree: Tree, phrase: range) -> bool:
    """Whether these tokens may be a noun phrase, with an apposition between commas."""
    tokens = [tree.tokens[at] for at in phrase]
    if not tokens or len(tokens) > _LONGEST:
        return False
    return all(token.pos in _NOMINAL or token.text == "," for token in tokens)
