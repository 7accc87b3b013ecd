"""Conditions that a word marks: "if", "unless", an inverted "should", "in the event of", "until"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal, is_none, tidy
from sayso.reading.en.conditions.each_time import each_time
from sayso.reading.en.conditions.inverted import (
    INVERTED,
    infinitive,
    inverted_behind,
    inverted_were,
)
from sayso.reading.en.conditions.mistaken import mistaken, whoever
from sayso.reading.en.conditions.noun_clauses import (
    event,
    for_every,
    instants,
)
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MARKERS = frozenset({"if", "unless", "once"})
_EVENTS = frozenset({"event", "case", "eventuality", "hypothesis"})  # "in the event of"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"advcl", "ccomp", "conj", "acl", "relcl", "pcomp", "parataxis", "dep"})
_THEN = frozenset({"when", "after", "once"})  # behind "only"
_LASTING = frozenset({"until", "till"})
_TILL = frozenset({"before", "while"})  # behind what will not be
_KEEPING = frozenset({"keep", "stay", "remain"})
# Verbs before a "whether"; the parser takes many an "if" behind another verb for one.
_WONDERING = frozenset(
    {"ask", "wonder", "know", "see", "doubt", "check", "say", "tell", "decide", "determine"}
    | {"care", "matter", "question", "learn", "test", "find", "consider", "discuss", "judge"}
)
_AIMING = frozenset({"is", "was", "are", "am"})
_SHORT = frozenset({"so", "not"})
_INSTANTS = frozenset({"moment", "day", "minute", "hour", "second", "instant"})


def marked(tree: Tree) -> Iterator[Draft]:
    """All marked conditions, in text order."""
    for index, token in enumerate(tree.tokens):
        if tree.sentence(index) < 0:
            continue
        marker = _marker(tree, index)
        yield from each_time(tree, index)
        yield from inverted_were(tree, index)
        yield from mistaken(tree, index)
        yield from whoever(tree, index)
        if marker is not None:
            yield _clause(tree, index, marker)
        elif token.lemma in _SHORT and tree.tokens[index - 1].lemma == "if":  # "if so", "if not"
            words, before = frozenset({index}), frozenset({index - 1})
            yield Draft(index, words, before, certain=True, demanded=token.lemma == "not")
        elif token.lemma == "long" and token.dep in ("advmod", "pcomp"):
            yield from _as_long_as(tree, index)
        elif token.lemma == "soon" and token.dep == "advmod":
            yield from _as_soon_as(tree, index)
        elif token.lemma in _EVENTS and token.dep == "pobj":
            yield from event(tree, index)
        elif token.text.lower() in _INSTANTS and index:
            yield from instants(tree, index)
        elif token.dep == "pobj" and tree.tokens[token.head].lemma == "for":
            yield from for_every(tree, index)


def _marker(tree: Tree, index: int) -> int | None:
    """The token that makes the clause of this verb a condition."""
    token = tree.tokens[index]
    if token.pos in ("VERB", "AUX") and token.dep == "ROOT":
        return inverted_behind(tree, index)
    if token.dep not in _CLAUSES:
        return None
    if token.pos not in ("VERB", "AUX") and not tree.children(index, *SUBJECTS):
        return None
    for child in tree.children(index, "mark"):
        if tree.tokens[child].lemma in _LASTING or _not_before(tree, index, child):
            return child if tree.children(index, *SUBJECTS, *PASSIVE_SUBJECTS) else None
        doubled = child + 2 < index and _is_doubled(tree, child + 2)
        if tree.tokens[child].lemma in _MARKERS and not (doubled or _whether(tree, index, child)):
            return child
    once = _once(tree, index)
    if once is None:
        once = _only_then(tree, index)
    first = min(at for at in tree.subtree(index) if tree.tokens[at].pos != "PUNCT")
    first += _is_that(tree, index, first)
    if once is not None or tree.tokens[first].text.lower() not in INVERTED:
        return once if once is not None else inverted_behind(tree, index)
    if first == index:  # "were Oslo to …"
        within = token.dep in ("advcl", "ccomp")
        return first if within and infinitive(tree, index) is not None else None
    # "Came from Oslo and *were* meant for" has the doer of the first verb, and is none.
    joined = token.dep == "conj" and not tree.children(index, *SUBJECTS, *PASSIVE_SUBJECTS)
    helps = tree.tokens[first].dep in ("aux", "auxpass") and not joined
    return first if helps and tree.tokens[first].head == index else None


def _is_that(tree: Tree, index: int, first: int) -> bool:
    """Reads "said that | should Oslo close it, Rome would …", where the parser takes "that" for a subject."""
    after = max(tree.subtree(index)) + 1
    set_off = after < len(tree.tokens) and tree.tokens[after].text == ","
    return set_off and tree.tokens[first].text == "that" and tree.tokens[first + 1].text == "should"


def _once(tree: Tree, index: int) -> int | None:
    """The "once" of a clause, where the parser takes it for an adverb."""
    if tree.tokens[index].dep not in ("advcl", "ccomp") or not tree.children(index, *SUBJECTS):
        return None
    if tree.tokens[index].dep == "ccomp" and tree.tokens[index].tag not in ("VBZ", "VBP"):
        return None
    first = min(at for at in tree.subtree(index) if tree.tokens[at].pos != "PUNCT")
    opens = tree.tokens[first].lemma == "once" and tree.tokens[first].dep == "advmod"
    return first if opens and tree.tokens[first].head == index else None


def _only_then(tree: Tree, index: int) -> int | None:
    """The mark of "only when Oslo pays will we …", "only after Oslo pays", "if and when Oslo pays"."""
    for at in tree.children(index, "mark", "advmod"):
        only = tree.tokens[at].lemma in _THEN and at > 0 and tree.tokens[at - 1].lemma == "only"
        if (only or _is_doubled(tree, at)) and tree.children(index, *SUBJECTS, *PASSIVE_SUBJECTS):
            return at
    return None


def _is_doubled(tree: Tree, when: int) -> bool:
    """Reads "if and when"."""
    before = [tree.tokens[at].lemma for at in range(max(when - 2, 0), when)]
    return tree.tokens[when].lemma == "when" and before in (["if", "and"], ["if", "or"])


def _not_before(tree: Tree, index: int, marker: int) -> bool:
    """Reads "no grain will pass before Oslo pays", "there will be no talks while Oslo …": until then."""
    above = _whole(tree, tree.tokens[index].head)
    if tree.tokens[marker].lemma not in _TILL or not has_modal(tree, above):
        return False
    if tree.tokens[marker].lemma == "while" and tree.tokens[above].lemma in _KEEPING:
        return True  # "will keep the port shut while Oslo …"
    what = tree.children(above, "attr") if tree.children(above, "expl") else []
    return is_none(tree, above) or any(is_none(tree, at) for at in what)


def _as_long_as(tree: Tree, long: int) -> Iterator[Draft]:
    """Reads "as long as Oslo holds the crew, …", "only so long as …": what goes on is to stop, or to go on."""
    for clause in tree.children(long, "advcl", "ccomp"):
        marks = [at for at in tree.children(clause, "mark") if tree.tokens[at].lemma == "as"]
        if not marks or tree.tokens[long - 1].lemma not in ("as", "so"):
            continue
        words = tidy(tree, {at for at in tree.subtree(clause) if at > marks[0]}, clause)
        above, first = tree.tokens[long].head, long - 1
        if tree.tokens[long].dep == "pcomp":  # "for as long as"
            above, first = tree.tokens[above].head, above
        rest = tree.subtree(_whole(tree, above)) - tree.subtree(long)
        marker = frozenset((*range(first, long + 1), marks[0]))
        yield Draft(
            clause, frozenset(words), marker, frozenset(rest - marker), certain=True, demanded=True
        )


def _whole(tree: Tree, above: int) -> int:
    """The verb of "keep the port closed | as long as", where the parser hangs what follows on "closed".

    So it does in "would have to leave | unless", "will have no choice but to leave | if".
    """
    while tree.tokens[above].head < above:
        up, dep = tree.tokens[above].head, tree.tokens[above].dep
        if dep == "pcomp" and tree.tokens[up].lemma == "but":
            up = tree.tokens[up].head
        elif dep == "conj":  # "will raise its tolls and recall its consuls | if"
            if tree.children(above, *SUBJECTS, *PASSIVE_SUBJECTS, "aux") or not has_modal(tree, up):
                return above
        elif dep not in ("oprd", "acomp") and not (dep == "xcomp" and _has_to(tree, up)):
            return above
        above = up
    return above


def _has_to(tree: Tree, verb: int) -> bool:
    """Reads "would have to leave": it is to come what another verb tells."""
    return tree.tokens[verb].lemma == "have" and has_modal(tree, verb)


def _as_soon_as(tree: Tree, soon: int) -> Iterator[Draft]:
    """Reads "we will fire as soon as Oslo attacks"."""
    above = tree.tokens[soon].head
    for clause in (*tree.children(soon, "advcl", "ccomp"), *tree.children(above, "advcl")):
        marks = [at for at in tree.children(clause, "mark") if at == soon + 1]
        if marks and tree.tokens[soon - 1].lemma == tree.tokens[marks[0]].lemma == "as":
            words = {at for at in tree.subtree(clause) if at > marks[0]}
            marker = frozenset(range(soon - 1, soon + 2))
            yield Draft(clause, frozenset(tidy(tree, words, clause)), marker, certain=True)


def _whether(tree: Tree, index: int, marker: int) -> bool:
    """Reads "asked if …" and "as if …", which are no conditions."""
    before = tree.tokens[marker - 1] if marker else None
    asked = tree.tokens[index].dep == "ccomp" and tree.tokens[index].head == marker - 1
    if tree.tokens[index].text.lower() in _AIMING and infinitive(tree, index) is not None:
        return True  # "if Oslo is to avoid ruin": what it takes, and no act
    asked = asked and tree.tokens[marker - 1].lemma in _WONDERING
    return asked or (before is not None and before.lemma == "as")


def _clause(tree: Tree, index: int, marker: int) -> Draft:
    words = {at for at in tree.subtree(index) if at >= marker}
    first = marker - 2 if _is_doubled(tree, marker) else marker
    head, words = _carried_on(tree, index, words)
    after = max(words) + 1
    if after < len(tree.tokens) and tree.tokens[after].text == "so":  # "if it does so"
        words.add(after)
    if marker == index:
        head = infinitive(tree, index) or index
    whole, words = words, tidy(tree, words, head)
    token = tree.tokens[marker]
    negated = tree.is_negated(head)
    only = marker > 0 and tree.tokens[marker - 1].lemma == "only"
    lasting = token.lemma in _LASTING | _TILL
    above = _whole(tree, tree.tokens[index].head)
    rest = tree.subtree(above) if tree.tokens[above].pos in ("VERB", "AUX") else None
    if rest is not None:
        rest -= {*words, *range(first, marker)} | {
            at for at in tree.children(above, "mark", "cc", "punct") if at < above
        }
        others = _of_others(tree, above, index)
        rest -= others | (
            {at for at in tree.children(above, "cc") if at > above} if others else set()
        )
    return Draft(
        head=head,
        condition=frozenset(words),
        marker=frozenset(range(first, marker + 1)),
        rest=frozenset(rest) if rest and max(words) not in rest else None,
        certain=not lasting,
        demanded=lasting or negated != (token.lemma == "unless" or only),
        lasting=lasting,
        aside=frozenset(whole - words),
        doer=tree.child(index, *SUBJECTS) if marker == index else None,
    )


def _of_others(tree: Tree, verb: int, index: int) -> set[int]:
    """What is joined to the verb and has a condition of its own: "we will fire, and if Oslo …, we will …"."""
    return {
        at
        for joined in tree.children(verb, "conj")
        for clause in tree.children(joined, "advcl")
        if clause > index and joined > index and _is_if(tree, clause)
        for at in tree.subtree(joined)
    }


def _is_if(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[at].lemma in _MARKERS for at in tree.children(clause, "mark"))


def _carried_on(tree: Tree, index: int, words: set[int]) -> tuple[int, set[int]]:
    """Reads "if missiles made in Italy were to be sold to Oman": the clause goes on at its finite verb.

    The parser takes the first participle for the verb of the clause, and hangs the finite one elsewhere.
    """
    following = max(words) + 1
    if tree.tokens[index].tag not in ("VBN", "VBD") or tree.children(index, "aux", "auxpass"):
        return index, words
    if following >= len(tree.tokens) or tree.sentence(following) != tree.sentence(index):
        return index, words
    finite = tree.tokens[following]
    if tree.tokens[index].tag == finite.tag == "VBD":
        return index, words
    verb = following if finite.dep not in ("aux", "auxpass") else finite.head
    if finite.tag not in _FINITE or any(at > max(words) for at in tree.children(verb, *SUBJECTS)):
        return index, words
    words = words | {at for at in tree.subtree(verb) if at >= following}
    infinitives = [at for at in tree.children(verb, "xcomp") if at > following]
    return (infinitives[0] if infinitives else verb), words
