"""What was said: the clause, the object or the phrase that holds a cue verb's content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.books.cues import Cue, CueBook
from sayso.reading.en.attribution.beside import as_told, parenthetical
from sayso.reading.en.attribution.shapes import SHAPES, asked_of
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_TOPICS = frozenset({"of", "about", "against", "over"})
_COMPLEMENTS = frozenset({"of", "for", "as", "on", "with"})
# What introduces a circumstance, not a content: "felt cheated after the mine closed".
_CIRCUMSTANCE = frozenset(
    {"after", "before", "because", "since", "while", "until", "although", "though", "as"}
)


def contents_of(
    tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue], hearer: int | None
) -> Iterator[tuple[str, set[int]]]:
    """The verb's possible contents with their frames, the most telling frame first."""
    yield from _told_in(tree, book, index, frames)
    if "judgement" in frames:
        yield from (
            ("judgement", content) for content in _judgements(tree, index, frames) if content
        )
    for frame, read in SHAPES.items():
        if frame in frames:
            yield from ((frame, content) for content in read(tree, index))
    if hearer is not None and "infinitive" in frames:
        yield from (("infinitive", content) for content in asked_of(tree, index))
    if "object" in frames:
        thing = tree.child(index, "dobj")
        if thing is not None and thing != hearer and not _empty_object(tree, book, thing):
            yield "object", _whole(tree, book, thing)
    yield from governed(tree, book, index, frames, of_name(tree, hearer))


def _told_in(
    tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue]
) -> Iterator[tuple[str, set[int]]]:
    """The clauses that a cue holds; with none, the clause that it stands beside or within."""
    beside = as_told(tree, index, hears="hearer" in frames or "beside" in frames)
    if "clause" in frames or "quote" in frames:
        frame = "clause" if "clause" in frames else "quote"
        clauses = list(_clauses(tree, book, index, frames))
        clauses = clauses or [beside or parenthetical(tree, index, frames)]
        yield from ((frame, content) for content in clauses if content)
    thing = tree.child(index, "dobj")
    if "beside" in frames and thing is not None and tree.tokens[thing].lemma == "it":
        yield from (("beside", content) for content in (beside,) if content)


def _clauses(
    tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue]
) -> Iterator[set[int]]:
    for clause in tree.children(index, "ccomp"):
        after = clause > index
        if after and (_governs_before(tree, index, clause, frames) or not _finite(tree, clause)):
            continue
        if after and any(tree.tokens[at].lemma in _CIRCUMSTANCE for at in _marks(tree, clause)):
            continue
        if after and tree.tokens[min(tree.subtree(clause)) - 1].lemma in _CIRCUMSTANCE:
            continue
        if "clause" in frames or not after or _quoted_near(tree, clause):
            yield clause_of(tree, book, clause)
    things = [at for at in tree.children(index, "dobj") if at > index]
    if "hearer" in frames and len(things) == 1:
        yield from _taken_for_relative(tree, book, things[0])
    if "hearer" in frames and len(things) > 1:
        yield from _taken_for_thing(tree, book, things[1])


def _taken_for_relative(tree: Tree, book: CueBook, thing: int) -> Iterator[set[int]]:
    """Reads "Told the paper | she stood by every word": what a newsroom is told tells nothing more of it."""
    token = tree.tokens[thing]
    newsroom = token.lemma in book.carrier_kinds or token.entity.endswith("ORG")
    for verb in tree.children(thing, "relcl") if newsroom else ():
        subjects = tree.children(verb, *SUBJECTS)
        if subjects and tree.tokens[subjects[0]].tag == "PRP" and subjects[0] == thing + 1:
            yield tree.subtree(verb)


def _taken_for_thing(tree: Tree, book: CueBook, thing: int) -> Iterator[set[int]]:
    """Reads "Told the paper the cook | left unpaid": a clause that was taken for a thing with a participle."""
    for verb in tree.children(thing, "acl"):
        if verb == max(tree.subtree(thing, without=("acl",))) + 1:
            yield clause_of(tree, book, thing)


def _marks(tree: Tree, clause: int) -> list[int]:
    return tree.children(clause, "mark")


def _judgements(tree: Tree, index: int, frames: Mapping[str, Cue]) -> Iterator[set[int]]:
    """Object and complement together: "accused (him of lying)", "called (it a mistake)".

    Of a relative object ("a plan that she called a mistake") the complement alone.
    """
    target = tree.child(index, "dobj", "ccomp")
    if target is None:
        return
    relative = target < index and tree.tokens[target].tag in ("WDT", "WP")
    if target < index and not relative:
        return
    content = set() if relative else tree.subtree(target)
    for rest in tree.children(index, "prep", "oprd", "advcl"):
        word = tree.tokens[rest].lemma
        if rest > index and (
            tree.tokens[rest].dep == "oprd" or word in _COMPLEMENTS or word in frames
        ):
            content |= tree.subtree(rest)
    yield content


def said_before(tree: Tree, index: int) -> set[int]:
    """The sentence before a telling at its end: "Leave or else, the minister told Oslo".

    The parser takes an order before the telling for its complement, and a telling after a long condition
    for one more clause of it.
    """
    speaker = next((at for at in tree.children(index, *SUBJECTS) if at < index), None)
    if speaker is None or tree.tokens[index].tag != "VBD":
        return set()
    first = min(tree.subtree(speaker))
    sentence = tree.sentences[tree.sentence(index)]
    ends = max(tree.subtree(index)) >= sentence.last - 2
    if first <= sentence.first + 1 or not ends or tree.tokens[first - 1].text not in ',”"':
        return set()
    before = set(range(sentence.first, first))
    spliced = tree.tokens[index].dep == "conj" and tree.tokens[index].head in before
    orders = (
        at
        for at in tree.children(index, "xcomp", "advcl", "ccomp")
        if at in before and tree.tokens[at].tag in ("VB", "VBP")
    )
    ordered = any(not tree.children(at, *SUBJECTS, "aux", "mark") for at in orders)
    while before and tree.tokens[max(before)].text == ",":
        before.remove(max(before))
    return before if spliced or ordered else set()


def governed(
    tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue], beside: list[int]
) -> Iterator[tuple[str, set[int]]]:
    """What the verb's prepositions govern, and those `beside` it, unless it is a time."""
    for preposition in (*tree.children(index, "prep", "prt"), *beside):
        word = tree.tokens[preposition].lemma
        governed = tree.child(preposition, "pobj", "pcomp")
        if word in frames and governed is not None:
            if tree.tokens[governed].entity.endswith(("DATE", "TIME")):
                continue
            yield word, _whole(tree, book, governed)


def of_name(tree: Tree, hearer: int | None) -> list[int]:
    """Prepositions that the parser hangs on a hearer's name: "warned Oslo | of delays" is no place.

    Or on who was named beside an office: "by its envoy, Ann Lee, | of delays". Those within a name are its
    own: "the Press Trust of India".
    """
    if hearer is None:
        return []
    name = tree.child(hearer, "appos")
    if name is None and tree.tokens[hearer].pos != "PROPN":
        return []
    return [
        at
        for at in tree.children(hearer, "prep")
        if tree.tokens[at].lemma in _TOPICS
        and not tree.tokens[at].entity.startswith("I-")
        and (name is None or at > name)
    ]


def _whole(tree: Tree, book: CueBook, head: int) -> set[int]:
    whole = tree.subtree(head)
    return whole - asides_in(tree, book, whole)


def condition_after(tree: Tree, book: CueBook, index: int, content: set[int]) -> set[int]:
    """The "if" clause after a content: a condition belongs to what was said.

    The parser may hang it on the cue or, where it follows at once, on any verb above.
    """
    found: set[int] = set()
    last = max(content)
    for head in (index, *tree.ancestors(index)):
        for clause in tree.children(head, "advcl", "ccomp"):
            inside = tree.subtree(clause)
            near = min(inside) > last if head == index else min(inside) == last + 1
            bound = _is_conditional(tree, clause) or (
                head == index and tree.tokens[clause].dep == "ccomp"
            )
            between = set(range(last + 1, min(inside)))
            if near and bound and not asides_in(tree, book, between):
                found |= set(range(last + 1, max(inside) + 1))
                last = max(inside)
    return found


def condition_before(tree: Tree, index: int) -> set[int]:
    """The "if" clause before a cue: "If it breaks, she warned, the ferries stop" is all hers."""
    found: set[int] = set()
    for clause in tree.children(index, "advcl"):
        inside = tree.subtree(clause)
        full = tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
        if max(inside) < index and full and _is_conditional(tree, clause):
            found |= inside
    return found


def _is_conditional(tree: Tree, clause: int) -> bool:
    if any(tree.tokens[child].lemma in ("if", "unless") for child in tree.children(clause, "mark")):
        return True
    first = min(tree.subtree(clause))
    return tree.tokens[first].text in ("should", "were") and tree.tokens[first].dep.startswith(
        "aux"
    )


def _governs_before(tree: Tree, index: int, clause: int, frames: Mapping[str, Cue]) -> bool:
    """Reads "Warned of reprisals if …": the clause is the condition of what a preposition governs."""
    bare = not tree.children(clause, "mark", *SUBJECTS, *PASSIVE_SUBJECTS)
    if not bare and not _is_conditional(tree, clause):
        return False
    return any(
        tree.tokens[preposition].lemma in frames and index < preposition < clause
        for preposition in tree.children(index, "prep")
    )


def clause_of(tree: Tree, book: CueBook, head: int) -> set[int]:
    """The clause without what joins it to its neighbours."""
    content = tree.subtree(head)
    content -= {child for child in tree.children(head, "cc") if child < head}
    return content - asides_in(tree, book, content)


def asides_in(tree: Tree, book: CueBook, content: set[int]) -> set[int]:
    """Participles of saying after a comma (", stressing that …"): a telling of their own.

    What somebody else denies of it (", which the mayor denied") is none of the content either.
    """
    found: set[int] = set()
    for index in content:
        token = tree.tokens[index]
        if token.lemma in book.rejecting and _is_of_which(tree, index):
            branch = tree.subtree(index)
            found |= branch | {min(branch) - 1}
        if token.tag != "VBG" or token.dep not in ("advcl", "acl", "conj"):
            continue
        branch = tree.subtree(index)
        first = min(branch)
        if first > 0 and tree.tokens[first - 1].text == "," and token.lemma in book.verbs:
            found |= branch | {first - 1}
    return found


def _is_of_which(tree: Tree, verb: int) -> bool:
    """Whether a comma and "which" begin a verb's clause, and "which" is its object."""
    which = tree.child(verb, "dobj")
    if which is None or tree.tokens[which].tag != "WDT" or not tree.children(verb, *SUBJECTS):
        return False
    return which == min(tree.subtree(verb)) and tree.tokens[which - 1].text == ","


def _finite(tree: Tree, clause: int) -> bool:
    """Whether a clause has a finite verb or a subordinator; "called it a lie" has neither."""
    group = [clause, *tree.children(clause, "aux", "auxpass", "cop")]
    if any(tree.tokens[index].tag in FINITE_OR_MODAL for index in group):
        return True
    if tree.children(clause, "mark"):
        return True
    return any(tree.tokens[index].tag in ("WP", "WRB", "WDT") for index in tree.subtree(clause))


def _quoted_near(tree: Tree, clause: int) -> bool:
    first = min(tree.subtree(clause))
    return any(tree.tokens[at].text in "\"“'‘«" for at in range(max(0, first - 1), first + 1))


def _empty_object(tree: Tree, book: CueBook, thing: int) -> bool:
    """An object that only names the speech itself ("issued a statement"), or refers to nothing."""
    token = tree.tokens[thing]
    if token.pos == "PRON" and token.tag in ("PRP", "WDT", "WP"):
        return True
    return token.lemma in book.carriers or token.tag == "PRP$"
