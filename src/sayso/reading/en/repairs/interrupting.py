"""Tellings that interrupt the clause which they vouch for, hung where they belong.

"A landing there, the envoy told Radio Sol on Monday, | would end the talks": between commas the small model
takes the telling for an apposition of what stands before it, or the clause's own subject for the one who
tells. The words show it all the same: somebody and a finite verb of saying between two commas, and behind
them what the words before cannot do without, a finite verb, or a condition.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import NOUNS, RELATIVES
from sayso.reading.en.repairs.phrases import NOMINAL, is_phrase
from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.repairs.tellers import teller_of
from sayso.reading.en.tags import FINITE_OR_MODAL, FINITE_OR_PAST, PAST_FORMS
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_SUBORDINATE = (*SUBJECTS, *PASSIVE_SUBJECTS, "expl")
_NOUNLY = frozenset({*SUBJECTS, "appos", "dobj", "pobj"})
_MARKS = frozenset({*'"“”«»„', "''", "``"})
_STOPS = frozenset(";:")
_LONGEST = 18  # tokens of a telling between its commas, the speech in which it was told left out
_LONGEST_OPENING = 3  # words of a conjunction
_TIMES = ("DATE", "TIME")


class _Aside(NamedTuple):
    """A telling between commas: its words, its verb, who tells, and who is told, if anybody."""

    words: range
    verb: int
    who: range
    whom: range


def interrupting(seen: Seen) -> Iterator[Change]:
    """Gives the first telling within a clause all of it: "A landing, the envoy said, | would end them"."""
    for verb in seen.places:
        aside = _aside(seen.tree, seen.book, verb, seen.sentence)
        changes = [] if aside is None else list(_around(seen, aside))
        if changes:
            yield from changes
            return


def _aside(tree: Tree, book: CueBook, verb: int, sentence: Sentence) -> _Aside | None:
    """The telling of a verb, where it stands between commas and holds nothing itself."""
    if verb < sentence.first + 2 or tree.children(verb, "aux", "auxpass", "neg", "agent"):
        return None
    hears = any("hearer" in sense.frames for sense in book.verbs[tree.tokens[verb].lemma])
    who, _ = teller_of(tree, verb, sentence)
    told = verb
    if not _is_teller(tree, book, who):
        if tree.tokens[verb - 1].text != "," or (hears and tree.tokens[verb].tag == "VBN"):
            return None  # "the workers, promised a share"
        who = _phrase_from(tree, verb + 1, sentence)
        told = who.stop - 1
        hears = False
        if not _is_teller(tree, book, who):
            return None
    first = min(who.start, verb)
    end = _end(tree, book, told + 1, sentence)
    if end is None or tree.tokens[first - 1].text != "," or first - 1 <= sentence.first:
        return None
    whom = _phrase_from(tree, told + 1, sentence) if hears else range(0)
    return _Aside(range(first, end), verb, who, whom)


def _is_teller(tree: Tree, book: CueBook, who: range) -> bool:
    """Whether these words are somebody: a name, people, he or she; and no time."""
    people = book.people | book.carrier_kinds
    tokens = [tree.tokens[at] for at in who]
    if not is_phrase(tree, who) or any(one.tag in (*RELATIVES, "WP$") for one in tokens):
        return False
    if tokens[0].entity.endswith(_TIMES):
        return False
    return any(
        (one.pos == "PROPN" and not one.entity.endswith(_TIMES))
        or one.lemma in people
        or one.tag == "PRP"
        for one in tokens
    )


def _phrase_from(tree: Tree, first: int, sentence: Sentence) -> range:
    """The noun phrase that begins here, with what it is "of", and a name between commas behind it."""
    last = _noun_run(tree, first, sentence)
    if last + 2 < sentence.last and tree.tokens[last].text == ",":
        name = _noun_run(tree, last + 1, sentence)
        named = all(tree.tokens[at].pos == "PROPN" for at in range(last + 1, name))
        if name > last + 1 and named and tree.tokens[name].text == ",":
            return range(first, name)
    return range(first, last)


def _noun_run(tree: Tree, first: int, sentence: Sentence) -> int:
    last = first
    while last < sentence.last:
        token = tree.tokens[last]
        if last > first and token.entity.startswith("B-") and token.entity.endswith(_TIMES):
            break
        joined = token.lemma in ("of", "and") or token.text == "-"
        if not joined and (token.pos not in NOMINAL or token.pos in ("ADP", "CCONJ")):
            break
        last += 1
    return last


def _end(tree: Tree, book: CueBook, first: int, sentence: Sentence) -> int | None:
    """The comma or colon that ends a telling; what stands before it holds no clause."""
    end = _pause(tree, first, sentence, clauses=False)
    if end is None or end - first > _LONGEST:
        return None
    while tree.tokens[end].text == "," and end + 2 < sentence.last:
        told_in = range(end + 2, min(end + 5, sentence.last))
        opens = tree.tokens[end + 1].lemma in book.occasion_prepositions
        if not opens or not any(tree.tokens[at].lemma in book.occasions for at in told_in):
            break
        further = _pause(tree, end + 1, sentence, clauses=True)
        if further is None:
            break
        end = further
    return end


def _pause(tree: Tree, first: int, sentence: Sentence, *, clauses: bool) -> int | None:
    for at in range(first, sentence.last - 1):
        token = tree.tokens[at]
        if token.text in (",", ":"):
            return at
        if token.text in _MARKS or token.text == ";":
            return None
        if not clauses and (
            token.tag in FINITE_OR_MODAL or token.tag in RELATIVES or token.dep == "mark"
        ):
            return None
    return None


def _around(seen: Seen, aside: _Aside) -> Iterator[Change]:
    """The clause around a telling hung on its verb, and each word on that of the two which it is of."""
    tree, sentence = seen.tree, seen.sentence
    tokens = tree.tokens
    before = range(sentence.first, aside.words.start - 1)
    after = range(aside.words.stop + 1, sentence.last)
    edges = (before[-1], after[0]) if after else ()
    parted = {*before, *after[:1]}
    if not edges or any(tokens[at].text in _MARKS | _STOPS for at in parted):
        return
    if any(tokens[at].pos == "CCONJ" for at in (before[0], before[-1])):
        return
    main = _main(seen, before, aside.words.stop, after)
    if main is None:
        return
    clause, subject = main
    own = aside.verb
    whole = (*before, *after)
    if _stands(tree, aside, whole, clause, subject):
        return
    yield own, {"head": own, "dep": "ROOT", "tag": _finite(tokens[own].tag), "pos": "VERB"}
    yield clause, {"head": own, "dep": "ccomp"}
    yield from _told_by(tree, aside)
    yield from _regathered(tree, whole, clause, subject)


def _main(seen: Seen, before: range, closing: int, after: range) -> tuple[int, int | None] | None:
    """The clause's main verb, and its subject where that stands before the telling."""
    tree, tokens = seen.tree, seen.tree.tokens
    opens = next((at for at in after if tokens[at].pos not in ("ADV", "PUNCT")), after[0])
    if tokens[closing].text == ":":
        return _top_of(tree, before)
    inverted = tokens[opens].text in seen.book.inverting
    inverted = inverted and tokens[opens + 1].pos in NOMINAL - {"ADP", "CCONJ"}
    if tokens[opens].tag in FINITE_OR_MODAL and not inverted:
        return _broken_off(tree, before, opens)
    if inverted or _opens(tree, after, seen.book.conditional):
        return _top_of(tree, before)
    if _opens(tree, before, seen.book.rated):
        found = _top_of(tree, after)
        return found and (found[0], None)
    return None


def _opens(tree: Tree, words: range, phrases: Collection[str]) -> bool:
    """Whether one of these phrases opens the words: "if", "so long as", "for every"."""
    opening = [tree.tokens[at].lemma for at in words[:_LONGEST_OPENING]]
    return any(" ".join(opening[:size]) in phrases for size in range(1, len(opening) + 1))


def _broken_off(tree: Tree, before: range, verb: int) -> tuple[int, int | None] | None:
    """The verb that goes on with the subject before the telling."""
    tokens = tree.tokens
    main = tokens[verb].head if tokens[verb].dep in ("aux", "auxpass") else verb
    if main < verb or tokens[main].pos not in ("VERB", "AUX"):
        main = verb
    nouns = [at for at in before if tokens[at].pos in NOUNS or tokens[at].tag in ("CD", "DT")]
    opening = tokens[before[0]]
    # "To land there, she said, would …": what is to be done is the subject.
    if not nouns or opening.tag in ("IN", "RB", "TO", "WRB") or opening.dep == "mark":
        return None
    relative = any(
        tokens[at].tag in (*RELATIVES, "WP$") or tokens[at].lemma == "that" for at in before
    )
    sure = tokens[verb].tag not in PAST_FORMS or tokens[verb].lemma in ("be", "have")
    if not (sure and relative) and _top_of(tree, before) is not None:
        return None  # "The bridge closed, she said, hit by a ship", "The talks are over and so, she said, is …"
    inside = [at for at in nouns if tokens[at].head not in before or tokens[at].head == at]
    inside = [at for at in inside if tokens[at].dep != "relcl"] or nouns
    return main, inside[0]


def _top_of(tree: Tree, words: range) -> tuple[int, int | None] | None:
    """The verb of the main clause that stands within these words, with its subject."""
    for at in words:
        token = tree.tokens[at]
        own = [one for one in tree.children(at, *_SUBORDINATE) if one in words]
        group = (at, *tree.children(at, "aux", "auxpass"))
        finite = any(tree.tokens[one].tag in FINITE_OR_MODAL for one in group)
        free = not tree.children(at, "mark") and token.dep not in ("relcl", "acl", "csubj")
        full = bool(own) or token.dep == "ccomp"
        if token.pos in ("VERB", "AUX") and full and finite and free:
            return at, own[0] if own else None
    return None


def _stands(
    tree: Tree, aside: _Aside, words: tuple[int, ...], clause: int, subject: int | None
) -> bool:
    """Whether the parser has it so already."""
    tokens = tree.tokens
    held = tokens[clause].head == aside.verb and tokens[clause].dep == "ccomp"
    tellers = [at for at in tree.children(aside.verb, *SUBJECTS) if at in aside.who]
    whole = subject is None or clause in (subject, *tree.ancestors(subject))
    strays = any(
        (tokens[at].head in aside.words) != (at in aside.words)
        for at in (*aside.words, *words)
        if tokens[at].pos not in ("PUNCT", "SPACE") and at not in (aside.verb, clause)
    )
    return held and len(tellers) == 1 and whole and not strays


def _told_by(tree: Tree, aside: _Aside) -> Iterator[Change]:
    """The words of a telling hung together: who tells, who is told, and when or where."""
    tokens = tree.tokens
    heads = _heads(tree, aside.who)
    for number, at in enumerate(heads):
        top = not number
        yield at, {"head": aside.verb if top else heads[0], "dep": "nsubj" if top else "appos"}
    whom = _heads(tree, aside.whom)
    for number, at in enumerate(whom):
        top = not number
        yield at, {"head": aside.verb if top else whom[0], "dep": "dobj" if top else "appos"}
    for at in aside.words:
        token = tokens[at]
        placed = at == aside.verb or at in aside.who or at in aside.whom
        if not placed and token.head not in aside.words:
            yield at, {"head": aside.verb, "dep": "npadvmod" if token.pos in NOUNS else token.dep}


def _heads(tree: Tree, phrase: range) -> list[int]:
    """The words of a phrase that hang on something outside of it as nouns do; else its last word."""
    outside = [
        at
        for at in phrase
        if (tree.tokens[at].pos in NOUNS or tree.tokens[at].dep in _NOUNLY)
        and (tree.tokens[at].head not in phrase or tree.tokens[at].head == at)
    ]
    return outside or list(phrase[-1:])


def _regathered(
    tree: Tree, words: tuple[int, ...], clause: int, subject: int | None
) -> Iterator[Change]:
    """The words of the clause that hang on the telling, or on nothing, hung on the clause's own verb."""
    inside = frozenset(words)
    passive = bool(tree.children(clause, "auxpass"))
    for at in words:
        token = tree.tokens[at]
        if at == clause:
            continue
        if at == subject:
            yield at, {"head": clause, "dep": "nsubjpass" if passive else "nsubj"}
        elif token.head not in inside or token.head == at:
            dep = "advcl" if token.pos in ("VERB", "AUX") else token.dep
            yield at, {"head": clause, "dep": "dep" if dep in (*SUBJECTS, "ROOT") else dep}


def _finite(tag: str) -> str:
    return "VBD" if tag == "VBN" else tag


INTERRUPTING = Repair(
    interrupting, tags=FINITE_OR_PAST, lemmas=lambda book: with_frame(book, "clause")
)
