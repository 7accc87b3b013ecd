"""Which cues report something that was said, and which only mention saying.

A cue under a modal, a negation, in an infinitive or a condition ("could say", "never said", "to say
that …", "if he says …") reports no act; nor does "I think" within somebody's own quotation, which is
that quotation's content.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.ledger import UTTERED
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.modality import is_unmeant
from sayso.reading.en.attribution.participants import agent_of, can_speak, is_document
from sayso.reading.en.names.same import OTHERS
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import SUBJECTS, Tree

_OWN_VOICE = frozenset({"i", "we", "you", "me", "us"})
_LOOSE = frozenset({"object", "judgement", "infinitive", "impersonal", "light"})
_SURE = frozenset({"signature", "relay", "according", "label", "excluded"})
_CLAUSES = frozenset({"clause", "quote"})
_COMMITTED = frozenset({"promised", "denied"})
_THIRD = frozenset({"he", "she", "they"})
_BEHIND = frozenset({"clause", "according", "relay"})
_SHORTEST = 2  # tokens in a content that is no quotation


def took_place(
    tree: Tree, book: CueBook, found: list[Found], quoted: list[Quoted], shortest: int = _SHORTEST
) -> list[Found]:
    """The attributions that report an act of speech, thought or intention.

    `shortest` is the least number of tokens that a content has which is no quotation.
    """
    inside = {index for one in quoted for index in range(one.first, one.last)}
    told = [
        one
        for one in found
        if one.content and is_told(tree, book, one) and _is_whole(tree, one, inside, shortest)
    ]
    holders = [one for one in told if one.frame != "impersonal" and one.head not in inside]
    beside = [one.content for one in holders if one.frame == "according"]
    contents = [one.content for one in holders if one.frame != "according"]
    read = [one.content for one in holders if is_document(tree, book, one.speaker)]
    behind = [one for one in holders if one.frame in _BEHIND and one.speaker]

    def is_others(one: Found) -> bool:
        """Whether the words are not by those that hold them: by "he" of a document, or told before its teller."""
        if any(one.head in text for text in read):
            return True
        last = max(one.speaker or {one.head})
        return one.head not in inside and any(
            one.head in whole.content and last < min(whole.speaker or ()) for whole in behind
        )

    def stands(one: Found) -> bool:
        if one.head < 0 or one.frame in _SURE:
            return True
        if one.nested:
            return not _OWN_VOICE & set(tree.words(one.speaker or ()))
        if one.head in inside or any(one.head in content for content in contents):
            return _is_hearsay(tree, book, one, others=is_others(one))
        if any(one.head in content for content in beside):
            third = is_others(one) and _is_third(tree, one)
            return one.frame in _CLAUSES and (third or _is_other(tree, book, one))
        return True

    return [one for one in told if stands(one)]


def _is_whole(tree: Tree, one: Found, inside: set[int], shortest: int) -> bool:
    """Whether the content is a quotation or long enough to say something."""
    if one.head < 0 or one.frame in _SURE | {"demand"} or one.content & inside:
        return True
    words = [at for at in one.content if tree.tokens[at].pos not in ("PUNCT", "SPACE")]
    return len(words) >= shortest


def _is_asked(tree: Tree, book: CueBook, one: Found) -> bool:
    """Reads "Asked (by a reporter) whether …, she said": the question of nobody, or of the press, states nothing."""
    token = tree.tokens[one.head]
    fronted = one.head >= 0 and token.dep == "advcl" and token.head > one.head
    if not fronted or token.lemma != "ask" or token.tag != "VBN":
        return False
    put = agent_of(tree, one.head)
    if put is None or tree.tokens[put].lemma in book.carrier_staff:
        return True
    newsroom = (
        tree.tokens[put].entity.endswith("ORG") or tree.tokens[put].lemma in book.carrier_kinds
    )
    return newsroom and tree.tokens[token.head].lemma in book.verbs


def _is_shown(tree: Tree, book: CueBook, one: Found) -> bool:
    """Reads "The reaction highlights …": of a thing the verb means that it shows something."""
    senses = book.verbs.get(tree.tokens[one.head].lemma, ())
    if one.head < 0 or not one.speaker or not any(sense.somebody for sense in senses):
        return False
    return not (can_speak(tree, book, one.speaker) or is_document(tree, book, one.speaker))


def _is_named(tree: Tree, book: CueBook, one: Found) -> bool:
    """Reads "a lake called the Mirror", "made by X and dubbed the Lynx": nobody is shown to call it so."""
    token = tree.tokens[one.head]
    modifies = token.dep == "acl" or (token.dep == "conj" and tree.tokens[token.head].dep == "acl")
    if one.head < 0 or token.tag not in PAST_FORMS or not modifies:
        return False
    if tree.children(one.head, "aux", *SUBJECTS):
        return False
    senses = book.verbs.get(token.lemma, ())
    return any("judgement" in sense.frames for sense in senses) and agent_of(tree, one.head) is None


def _is_cited(tree: Tree, book: CueBook, one: Found) -> bool:
    """Reads "citing the news agency X": whom somebody cites is nothing that he says."""
    if one.head < 0 or book.relays.get(tree.tokens[one.head].lemma) != "cites":
        return False
    words = {tree.tokens[at].lemma for at in one.content}
    return tree.tokens[one.head].tag == "VBG" and bool(words & book.carrier_kinds)


def is_told(tree: Tree, book: CueBook, one: Found) -> bool:
    """Whether a cue, wherever it stands, says that somebody said, thought or meant something."""
    if _is_nobody(tree, book, one.speaker) or _is_asked(tree, book, one):
        return False
    if _is_shown(tree, book, one) or _is_cited(tree, book, one) or _is_named(tree, book, one):
        return False
    if one.head < 0 or one.frame in _SURE:
        return True
    if tree.tokens[one.head].pos == "NOUN" and not one.cue - {one.head}:
        return True
    verb = next((at for at in sorted(one.cue) if tree.tokens[at].tag.startswith("VB")), one.head)
    unmeant = is_unmeant(tree, book, one)
    undone = tree.is_negated(one.head) or tree.is_negated(verb) or _neither(tree, verb)
    if undone and one.frame != "impersonal" and not unmeant:
        return False
    return not any(_is_unreal(tree, book, at) for at in (one.head, *_with(tree, verb)))


def _is_nobody(tree: Tree, book: CueBook, speaker: set[int] | None) -> bool:
    """Whether the subject is a denial: "nobody has confirmed", "none of the sailors said"."""
    return bool(speaker) and tree.tokens[min(speaker or ())].lemma in book.nobody


def _neither(tree: Tree, verb: int) -> bool:
    """Reads "Neither confirmed nor denied": of both verbs it is said that they did not happen."""
    joined = verb if tree.tokens[verb].dep != "conj" else tree.tokens[verb].head
    return any(tree.tokens[at].lemma == "neither" for at in tree.children(joined))


def _is_unreal(tree: Tree, book: CueBook, verb: int) -> bool:
    """Whether a verb stands under a modal, in an infinitive, imperative or condition, or in "avoided …"."""
    token = tree.tokens[verb]
    auxiliaries = {tree.tokens[child].tag for child in tree.children(verb, "aux")}
    if "MD" in auxiliaries:
        return True
    if token.tag == "VB" and (not auxiliaries or "TO" in auxiliaries):
        if _goes_on(tree, book, verb):
            return tree.is_negated(token.head) or _is_unreal(tree, book, token.head)
        return "TO" in auxiliaries or not tree.children(verb, *SUBJECTS)
    if any(tree.tokens[mark].lemma in ("if", "unless") for mark in tree.children(verb, "mark")):
        return True
    above = token.head
    if token.dep == "pcomp" and tree.tokens[above].lemma == "from":
        above = tree.tokens[above].head
    return token.dep in ("pcomp", "xcomp") and tree.tokens[above].lemma in book.unsaid


def _goes_on(tree: Tree, book: CueBook, verb: int) -> bool:
    """Reads "Continued to say", "went on to say": what the infinitive names did happen."""
    token = tree.tokens[verb]
    if tree.tokens[token.head].lemma not in book.achieved:
        return False
    return token.dep == "xcomp" or (token.dep == "advcl" and bool(tree.children(token.head, "prt")))


def _with(tree: Tree, verb: int) -> Iterator[int]:
    """The verb and those whose auxiliaries it shares: "to meet him and (to) tell him"."""
    yield verb
    while tree.tokens[verb].dep == "conj" and not tree.children(verb, *SUBJECTS, "aux"):
        above = tree.tokens[verb].head
        if tree.tokens[above].tag != tree.tokens[verb].tag:
            return
        verb = above
        yield verb


def _is_hearsay(tree: Tree, book: CueBook, one: Found, *, others: bool) -> bool:
    """Within somebody's words: only what somebody else is named as having said, or a document says.

    "He" is another where the words cannot be by those that hold them (`others`): "The report says he told them
    that …", "He said …, the agency reported".
    """
    asked = one.frame == "infinitive" and tree.tokens[one.head].dep == "ccomp"
    promised = one.frame == "object" and one.modality in _COMMITTED
    if (one.frame in _LOOSE and not (asked or promised)) or not one.speaker:
        return False
    if one.frame in _CLAUSES and is_document(tree, book, one.speaker):
        return True
    other = _is_other(tree, book, one) or (others and _is_third(tree, one))
    return one.act in UTTERED and other


def _is_third(tree: Tree, one: Found) -> bool:
    return one.frame in _CLAUSES and set(tree.words(one.speaker or ())) <= _THIRD


def _is_other(tree: Tree, book: CueBook, one: Found) -> bool:
    """Whether the speaker is somebody by name or calling, and not "I" or "you"."""
    speaker = one.speaker or set()
    if one.frame in _CLAUSES and speaker and set(tree.words(speaker)) <= OTHERS:
        return True  # "recalled him saying that …"
    if _OWN_VOICE & {tree.tokens[index].text.lower() for index in speaker}:
        return False
    named = any(tree.tokens[index].pos == "PROPN" for index in speaker)
    return named or any(tree.tokens[index].lemma in book.people for index in speaker)
