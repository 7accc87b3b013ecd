"""Where and in what something was said: the interview, the briefing, the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import head_of
from sayso.reading.en.chains.sighted import seen_by
from sayso.reading.tree import SUBJECTS, Tree

_FRAMING = frozenset({"det", "poss", "case", "punct"})
_PARTNERS = frozenset({"with", "by", "for", "to"})
_TOPICS = frozenset({"relcl", "acl", "advcl", "appos"})
# Before the outlet that an occasion was for or appeared in: "an interview with", "a post on".
_APPEARED = frozenset({"with", "by", "for", "to", "on", "in", "of"})
_INDEFINITE = frozenset({"a", "an", "his", "her", "their", "its"})
_SPOKEN_TO = frozenset({"to", "with"})
_AIRED = frozenset({"on", "in"})  # before the outlet itself
_WRITING = "write"


class OccasionPhrase(NamedTuple):
    """An occasion as token indexes; `partner` is whom it was with ("an interview with X").

    `outlets` are the phrases that may name where it appeared, `reach` is all that tells of it ("Monday's
    interview with X, published on Friday").
    """

    tokens: frozenset[int]
    written: bool
    partner: frozenset[int]
    outlets: tuple[frozenset[int], ...] = ()
    reach: frozenset[int] = frozenset()


def occasion_of(tree: Tree, book: CueBook, found: Found) -> OccasionPhrase | None:
    """The occasion that the cue's own clause names, outside of what was said."""
    if found.occasion is not None:
        return _phrase(tree, book, found.occasion)
    if found.head < 0 or found.frame == "according":
        return None
    verb = found.head
    if tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].dep == "dobj":
        verb = tree.tokens[verb].head
    if found.hearer:
        told = head_of(tree, found.hearer)
        if _is_occasion(tree, book, told) and tree.tokens[told].lemma not in book.carrier_kinds:
            return _phrase(tree, book, told)
    speaking = _speaking(tree, book, verb)
    for at in speaking:
        on_air = spoken_to(tree, book, at)
        if on_air is not None and _is_station(tree, book, head_of(tree, on_air.outlets[0])):
            return on_air
    for head in (verb, *speaking, *_governing(tree, verb), *_speech_noun(tree, book, verb)):
        phrase = occasion_at(tree, book, head, found.content)
        if phrase is not None:
            return phrase
    return next((phrase for at in speaking if (phrase := spoken_to(tree, book, at))), None)


def free_occasions(tree: Tree, book: CueBook, found: Iterable[Found]) -> None:
    """Takes from each content and each speaker the occasion that the parser hung on them.

    "She said that the mine had closed in a post on Telegram": where an indefinite occasion of speaking
    ends the sentence, it is the saying that took place in it.
    """
    for one in found:
        _free_speaker(tree, book, one)
        if one.frame != "clause" or one.head < 0 or one.head > min(one.content):
            continue
        last = max(one.content)
        end = tree.sentences[tree.sentence(one.head)].last
        if any(tree.tokens[at].pos not in ("PUNCT", "SPACE") for at in range(last + 1, end)):
            continue
        for preposition in sorted(one.content - {min(one.content)}):
            noun = tree.child(preposition, "pobj")
            if tree.tokens[preposition].lemma != "in" or noun is None:
                continue
            phrase = tree.subtree(preposition)
            first = tree.tokens[preposition + 1].text.lower()
            said_in = _is_occasion(tree, book, noun) and _names_of(tree, noun) & book.spoken_in
            if max(phrase) >= last - 1 and first in _INDEFINITE and said_in:
                one.content -= set(range(preposition, last + 1))
                one.occasion = noun
                break


def _free_speaker(tree: Tree, book: CueBook, one: Found) -> None:
    """Takes from a speaker the occasion after a comma: "the minister, in an interview with X"."""
    for preposition in sorted(one.speaker or ()):
        noun = tree.child(preposition, "pobj")
        if noun is None or tree.tokens[preposition - 1].text != ",":
            continue
        word = tree.tokens[preposition].lemma
        if word in book.occasion_prepositions and _is_occasion(tree, book, noun):
            one.occasion = noun
            one.speaker = {at for at in one.speaker or () if at < preposition - 1}
            return


def occasion_at(
    tree: Tree, book: CueBook, head: int, outside: set[int] | None = None
) -> OccasionPhrase | None:
    """The occasion among a verb's prepositional phrases and their own."""
    waiting = [p for p in tree.children(head, "prep") if not outside or p not in outside]
    while waiting:
        preposition = waiting.pop(0)
        noun = tree.child(preposition, "pobj")
        if noun is None or (outside and noun in outside):
            continue
        word = tree.tokens[preposition].lemma
        on_air = word == "on" and _is_station(tree, book, noun)
        if on_air and not _is_posted(tree, book, noun):
            station = frozenset(tree.subtree(noun, without=_TOPICS))
            return OccasionPhrase(frozenset(), False, frozenset(), (station,), station)
        if word in book.occasion_prepositions and _is_occasion(tree, book, noun):
            return _phrase(tree, book, noun)
        waiting.extend(p for p in tree.children(noun, "prep") if not outside or p not in outside)
    return None


def _speaking(tree: Tree, book: CueBook, verb: int) -> list[int]:
    """The participle beside a cue that tells where: "Speaking at a forum, she said …"."""
    forms = {"VBG": book.speaking | book.appearing, "VBN": book.asked}
    beside = tree.children(verb, "advcl")
    return [at for at in beside if tree.tokens[at].lemma in forms.get(tree.tokens[at].tag, ())]


def _is_station(tree: Tree, book: CueBook, head: int) -> bool:
    """Whether a phrase names a station: "state television", not "television"."""
    named = tree.children(head, "compound", "amod", "poss", "nmod", "appos")
    return bool(named) and tree.tokens[head].lemma in book.carrier_kinds


def spoken_to(tree: Tree, book: CueBook, speaking: int) -> OccasionPhrase | None:
    """Reads "Speaking to the weekly, she said …": the words tell to whom or where, and name no occasion."""
    written = tree.tokens[speaking].lemma == _WRITING
    for preposition in tree.children(speaking, "prep"):
        partner = tree.child(preposition, "pobj")
        word = tree.tokens[preposition].lemma
        if partner is None or tree.tokens[partner].lemma in book.sourcing.conditions:
            continue
        if word in _SPOKEN_TO | _AIRED:
            whom = frozenset(_first_name(tree, tree.subtree(partner, without=_TOPICS)))
            reach = frozenset(tree.subtree(speaking))
            hearer = whom if word in _SPOKEN_TO else frozenset()
            return OccasionPhrase(frozenset(), written, hearer, (whom,), reach)
    return None


def _first_name(tree: Tree, phrase: set[int]) -> Iterator[int]:
    """A phrase up to its first comma: "Speaking to Delvane | , the mayor, Lia Berg, said …"."""
    for at in sorted(phrase):
        if tree.tokens[at].text == ",":
            return
        yield at


def _speech_noun(tree: Tree, book: CueBook, verb: int) -> list[int]:
    """The noun of speech that a verb has for its subject: "her remarks at the forum showed …"."""
    nouns = tree.children(verb, *SUBJECTS)
    return [noun for noun in nouns if tree.tokens[noun].lemma in book.carriers]


def _governing(tree: Tree, verb: int) -> list[int]:
    """The verbs that a participle or an infinitive hangs on."""
    token = tree.tokens[verb]
    own = token.dep == "conj" and tree.children(verb, *SUBJECTS)
    if token.dep in ("advcl", "xcomp", "conj", "pcomp") and token.head != verb and not own:
        head = token.head
        return [tree.tokens[head].head if tree.tokens[head].pos in ("ADP", "SCONJ") else head]
    return []


def _is_occasion(tree: Tree, book: CueBook, noun: int) -> bool:
    if tree.tokens[noun].pos == "PROPN" or tree.tokens[noun].text in book.platforms:
        return tree.tokens[noun].text in book.platforms
    return bool(_names_of(tree, noun) & book.occasions) or _is_posted(tree, book, noun)


def _is_posted(tree: Tree, book: CueBook, noun: int) -> bool:
    """Whether a noun or the name before it is where people publish: "X", "his Telegram channel"."""
    names = (noun, *tree.children(noun, "compound", "nmod"))
    return any(tree.tokens[at].text in book.platforms for at in names)


def _names_of(tree: Tree, noun: int) -> set[str]:
    """The noun alone and with each word before it: "conference", "press conference", "op-ed"."""
    lemma = tree.tokens[noun].lemma
    joint = "-" if noun and tree.tokens[noun - 1].text == "-" else " "
    before = tree.children(noun, "compound", "amod")
    return {
        lemma,
        tree.tokens[noun].text.lower(),
        *(f"{tree.tokens[at].lemma}{joint}{lemma}" for at in before),
    }


def _phrase(tree: Tree, book: CueBook, noun: int) -> OccasionPhrase:
    whole = tree.subtree(noun, without=_TOPICS)
    framing = {
        child
        for child in tree.children(noun, *_FRAMING)
        if child < noun and tree.tokens[child].text != "-"
    }
    for child in sorted(framing):
        framing |= tree.subtree(child) if tree.tokens[child].dep == "poss" else {child}
    partner: frozenset[int] = frozenset()
    for preposition in tree.children(noun, "prep"):
        governed = tree.child(preposition, "pobj")
        if governed is not None and tree.tokens[preposition].lemma in _PARTNERS:
            partner = frozenset(tree.subtree(governed, without=_TOPICS))
            break
    kept = whole - framing
    high = noun
    while high + 1 in kept:
        high += 1
    low = noun
    while low - 1 in kept:
        low -= 1
    return OccasionPhrase(
        frozenset(range(low, high + 1)),
        _is_posted(tree, book, noun) or bool(_names_of(tree, noun) & book.written),
        partner,
        tuple(_outlets(tree, book, noun)),
        frozenset(tree.subtree(noun)),
    )


def _outlets(tree: Tree, book: CueBook, noun: int) -> Iterator[frozenset[int]]:
    """What may name the outlet: "with X", "on X", "X's interview", "a X interview", "published by X"."""
    clauses = tree.children(noun, "acl")
    clauses += [also for at in clauses for also in tree.children(at, "conj")]
    for head in (noun, *clauses):
        for preposition in tree.children(head, "prep", "agent", "dative"):
            governed = tree.child(preposition, "pobj")
            if governed is not None and tree.tokens[preposition].lemma in _APPEARED:
                yield frozenset(tree.subtree(governed, without=_TOPICS))
    yield from (frozenset(phrase) for phrase in seen_by(tree, book, noun))
    for owner in tree.children(noun, "poss", "compound", "nmod"):
        yield frozenset(tree.subtree(owner, without=("case",)))
