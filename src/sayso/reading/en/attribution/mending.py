"""Contents that the parser broke off, made whole.

A clause that goes on with a finite verb without a subject ("to send arms there | would be an error"),
one that stops at a word which needs another ("rather than | sell them"), and one whose subject stands
before the cue ("Arming them, she warned, | would be an error"). And a speaker taken for the last words.
"""

from __future__ import annotations

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = frozenset({"clause", "quote", "relay"})
_OPEN_ENDED = frozenset({"IN", "TO", "DT", "PRP$", "MD"})
_CONTRASTS = frozenset({"while", "whereas"})
_BESIDE = frozenset({"appos", "conj"})
_CLOSING = frozenset({"”", '"', "’", "'"})
_CONDITIONS = frozenset({"if", "should", "unless"})
_ENDS = frozenset({",", ";", ".", ":", "“", '"', "”", "–", "—"})
_LONGEST_SUBJECT = 14  # tokens before a cue that is set off by commas


def mend(tree: Tree, found: list[Found]) -> list[Found]:
    """The same attributions, their contents completed or parted where they end or begin wrongly."""
    heads = {one.head: one for one in found if one.head >= 0}
    for one in found:
        if one.frame == "clause" and one.content:
            _part(tree, one, heads)
        if one.frame in ("clause", "quote") and one.content:
            _fill(tree, one, heads)
        if one.frame == "according":
            _widen(tree, one, found)
        if one.frame in ("clause", "before") and one.content:
            _free_tail(tree, one, found)
        if one.content and one.cue and max(one.cue) < min(one.content):
            _bind(tree, one)
        if one.head in one.content:
            one.content -= one.cue | (one.speaker or set())
        if one.content and one.frame in _CLAUSES:
            _fetch_speaker(tree, one)
            _go_on(tree, one)
            _fetch_subject(tree, one)
    return found


def _part(tree: Tree, one: Found, heads: dict[int, Found]) -> None:
    """Takes out a second telling that the parser hung within the first one's content.

    "She said the pump had failed and added that …" goes on with her; "…, while the governor said …" is
    somebody else's.
    """
    for at in sorted(one.content):
        other = heads.get(at)
        if other is None or other is one or not other.content or at < one.head:
            continue
        if tree.children(at, *SUBJECTS):
            if _contrasts(tree, at):
                _cut(tree, one, at)
        elif tree.tokens[at].dep == "conj" and _resumes(tree, one.head, at):
            _cut(tree, one, at)
            other.speaker = set(one.speaker) if one.speaker else None


def _contrasts(tree: Tree, verb: int) -> bool:
    """Reads ", while X said", ", but X said": a clause of its own after a comma."""
    first = min(tree.subtree(verb))
    joined = tree.tokens[first].lemma in _CONTRASTS or (
        tree.tokens[verb].dep == "conj" and tree.tokens[first - 1].lemma in ("but", "while")
    )
    before = tree.tokens[first - 1].text, tree.tokens[first - 2].text
    return joined and "," in before


def _resumes(tree: Tree, cue: int, verb: int) -> bool:
    """Whether a joined verb is in the form of the cue and not in that of the verb that it was joined to."""
    tokens = tree.tokens
    form = tokens[verb].tag
    apart = tokens[tokens[verb].head].tag != form and not tree.children(verb, "aux", "auxpass")
    return form == tokens[cue].tag and form in FINITE_OR_MODAL and apart


def _cut(tree: Tree, one: Found, verb: int) -> None:
    first = min(tree.subtree(verb))
    while first - 1 in one.content and tree.tokens[first - 1].pos in ("CCONJ", "PUNCT", "ADV"):
        first -= 1
    last = max(tree.subtree(verb))
    one.content -= set(range(first, last + 1))


def _fill(tree: Tree, one: Found, heads: dict[int, Found]) -> None:
    """Reads "“It failed,” she said, and there was “no sign” of harm": the clause that holds the rest."""
    for clause in tree.children(one.head, "conj") if one.head >= 0 else ():
        whole = tree.subtree(clause)
        own = tree.children(clause, "expl", *SUBJECTS, *PASSIVE_SUBJECTS)
        if own and clause not in heads and whole & one.content:
            one.content |= whole


def _widen(tree: Tree, one: Found, found: list[Found]) -> None:
    """An "according to" that ends a sentence stands for all of it: "X said p, according to Y"."""
    sentence = tree.sentences[tree.sentence(one.head)]
    last = max((one.speaker or set()) | one.cue)
    rest = range(last + 1, sentence.last)
    if rest and tree.tokens[last + 1].text == "," and _hold_inside(tree, one, found, last):
        return
    if any(tree.tokens[at].pos not in ("PUNCT", "SPACE") for at in rest):
        return
    first = min(one.cue)
    if first <= sentence.first or tree.tokens[first - 1].text != ",":
        return
    for other in found:
        held = sentence.first <= other.head < first and one.head in other.content
        if held and other.frame == "clause" and other.speaker:
            other.content -= set(range(first - 1, sentence.last))
            one.content |= set(range(sentence.first, first - 1))


def _hold_inside(tree: Tree, one: Found, found: list[Found], last: int) -> bool:
    """Reads "X said on Friday, according to Y, that p": Y tells that X said so."""
    first = min(one.cue)
    phrase = set(range(first, last + 1))
    for other in found:
        rest = other.content - phrase
        inner = other.frame == "clause" and other.speaker and other.head < first
        if not inner or not phrase & other.content or not rest or min(rest) < first - 1:
            continue
        words = {at for at in rest if tree.tokens[at].pos != "PUNCT"}
        if not words or tree.tokens[first - 1].text != ",":
            continue
        other.content = set(range(min(words), max(rest) + 1))
        start = min(other.speaker or {other.head})
        one.content = (set(range(start, max(rest) + 1)) - phrase) - {first - 1, last + 1}
        return True
    return False


def _free_tail(tree: Tree, one: Found, found: list[Found]) -> None:
    """A telling behind the comma that ends a sentence is told of all of it: "X said p, Y reported".

    The parser hangs it at times into the clause of the telling before it, which then holds it too.
    """
    words = [at for at in one.content if tree.tokens[at].pos != "PUNCT"]
    if not one.speaker or not words or not max(words) < min(one.speaker) < one.head:
        return
    first = min(one.speaker)
    if tree.tokens[first - 1].text != ",":
        return
    for other in found:
        if other is not one and other.head in one.content and one.head in other.content:
            other.content -= set(range(first - 1, max(other.content) + 1))


def _fetch_speaker(tree: Tree, one: Found) -> None:
    """The subject that the parser took for an apposition of the last word that was said.

    So it does where the telling stands between a subject and its verb ("Oslo, its envoy said, will …").
    """
    before = [at for at in one.content if tree.tokens[at].pos != "PUNCT" and at < one.head]
    if one.speaker or not before or tree.tokens[max(before) + 1].text == ",":
        return
    last = max(before)
    found: set[int] = set()
    for at in (last, *tree.ancestors(last)):
        phrase = tree.subtree(at)
        words = {index for index in phrase if tree.tokens[index].pos != "PUNCT"}
        set_off = min(phrase) > 0 and tree.tokens[min(phrase) - 1].text == ","
        if tree.tokens[at].dep in _BESIDE and max(words) == last and set_off:
            found = set(range(min(phrase), last + 1))
            if tree.tokens[at].dep == "conj":
                break
    if any(tree.tokens[at].pos == "PROPN" for at in found) and found < one.content:
        one.speaker = found
        one.content -= found


def _bind(tree: Tree, one: Found) -> None:
    """A condition right behind a closing quotation mark: "threatened “a war” should Oslo come"."""
    last = max(one.content)
    mark = last if tree.tokens[last].text in _CLOSING else last + 1
    first = mark + 1
    if first >= len(tree.tokens) or tree.tokens[mark].text not in _CLOSING:
        return
    sentence = tree.sentences[tree.sentence(last)]
    if tree.tokens[first].text not in _CONDITIONS or first >= sentence.last:
        return
    ends = (at for at in range(first, sentence.last) if tree.tokens[at].text in _ENDS)
    one.content |= set(range(mark, next(ends, sentence.last)))


def _go_on(tree: Tree, one: Found) -> None:
    last = max(one.content)
    following = last + 1
    if following >= len(tree.tokens) or tree.sentence(following) != tree.sentence(last):
        return
    broken_off = tree.tokens[last].tag in _OPEN_ENDED
    verb = _verb_without_subject(tree, following)
    if verb == one.head or (verb is None and not broken_off):
        return
    rest = tree.subtree(verb if verb is not None else following)
    roles = one.cue | (one.speaker or set())
    one.content |= {at for at in rest if at > last} - roles


def _fetch_subject(tree: Tree, one: Found) -> None:
    first = min(one.content)
    roles = one.cue | (one.speaker or set())
    start = next((at for at in sorted(one.content) if tree.tokens[at].pos != "PUNCT"), first)
    if not roles or max(roles) >= start or _verb_without_subject(tree, start) is None:
        return
    sentence = tree.sentences[tree.sentence(start)]
    comma = min(roles) - 1
    if tree.sentence(min(roles)) != tree.sentence(start) or tree.tokens[comma].text != ",":
        return
    if 0 < comma - sentence.first <= _LONGEST_SUBJECT:
        one.content |= set(range(sentence.first, comma))


def _verb_without_subject(tree: Tree, index: int) -> int | None:
    """The verb whose finite form stands here, where it has no subject of its own."""
    token = tree.tokens[index]
    if token.tag not in FINITE_OR_MODAL:
        return None
    verb = token.head if token.dep in ("aux", "auxpass") else index
    if tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    return None if tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS) else verb
