"""What a reading must be to stand as a statement: its subject can say or think, and its verb is no deed.

An object is a content only where the verb is one of speech, writing or thought ("questioned the plan", not
"launched the plan"); how things look to the writer ("seems to hold") is nobody's thought; those who are
only meant by a clause ("people who oppose the toll") are not shown to have said anything.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.model.reading import Token
from sayso.reading.en.attribution.found import TOPICS
from sayso.reading.en.attribution.participants import can_speak, head_of, is_document
from sayso.reading.en.attribution.told_of import only_names
from sayso.reading.en.attribution.undertaken import is_undertaken
from sayso.reading.en.tags import FINITE_OR_MODAL, PAST_FORMS
from sayso.reading.tree import SUBJECTS, Tree

_PHRASES = TOPICS | {"object", "judgement", "to", "with", "at", "from", "in"}
_WHY = frozenset({"for", "as", "over"})
_ANY = frozenset({"any", "every", "those"})
_AMOUNTS = ("DATE", "TIME", "MONEY")
_TIMES = ("DATE", "TIME")
_LEADS_NAME = frozenset({"DT", "JJ", "PRP$", "CC"})  # tags before a name in marks
_DOERS = ("er", "or", "ist", "man", "woman", "ian")  # endings of nouns for those who do something
_NAME, _SCRAP = (
    4,
    2,
)  # words in quotation marks that only name a thing, or say nothing by themselves


class Reading(NamedTuple):
    """A cue, whose it is, and what it holds in which frame; `quoted` where some of that is in marks."""

    head: int
    frame: str
    speaker: Collection[int]
    content: Collection[int]
    quoted: bool


def stands(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Whether somebody says, writes, thinks or means something in this reading."""
    token = tree.tokens[one.head]
    if one.frame == "label":
        return _is_label(tree, book, one)
    if _is_odd(tree, book, one) or is_undertaken(
        tree, book, one.head, one.frame, quoted=one.quoted
    ):
        return False
    if token.pos not in ("VERB", "AUX"):
        return not (token.pos == "ADJ" and _is_expletive(tree, one))
    if token.lemma in book.seeming and not _is_state_of_mind(tree, book, one):
        return False
    if one.frame in _PHRASES and (_is_deed(tree, book, one) or _is_siding(tree, book, one)):
        return False
    if _is_naming(tree, book, one) or _is_scare(tree, book, one):
        return False
    if token.lemma in book.showing and not _is_source(tree, book, one):
        return False
    return one.quoted or not _is_passed_over(tree, book, one)


def _is_passed_over(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Whether nothing that somebody said is told: who is only meant or judged, or what is only named."""
    if _is_borne(tree, book, one) or _is_meant(tree, one):
        return True
    return only_names(tree, book, one.head, one.frame, one.content)


def _is_label(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "Envoy: we wait"; but neither "Updated: 8 PM", "for instance: …" nor an address on the web."""
    speaker = set(one.speaker)
    if tree.tokens[min(one.content)].text.startswith("/"):
        return False
    if not speaker or any(tree.tokens[at].tag in ("VBN", "CD") for at in speaker):
        return False
    if tree.tokens[head_of(tree, speaker)].pos in ("ADP", "SCONJ", "ADV"):
        return False
    capital = tree.tokens[head_of(tree, speaker)].text[:1].isupper()
    return capital or can_speak(tree, book, speaker) or is_document(tree, book, speaker)


def _is_odd(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Whether the subject is a time or a sum ("40 a.m."), "there", or what never says a thing, like a storm.

    Shares of people ("9 percent") can say.
    """
    if not one.speaker or one.quoted:
        return False
    token = tree.tokens[head_of(tree, one.speaker)]
    if token.tag in ("NN", "NNS") and token.lemma in book.mute:
        return True
    if _is_anybody(tree, one, token) or _is_telling_thing(tree, book, one, token):
        return True
    if token.entity.endswith(_AMOUNTS) and token.lemma not in book.people:
        return one.frame in _PHRASES | {"infinitive"}
    return token.lemma in ("there", "what")


def _is_anybody(tree: Tree, one: Reading, token: Token) -> bool:
    """Reads "You say …", "one thinks …": anybody at all."""
    word = token.text.lower()
    return word == "you" or (word == "one" and tree.tokens[one.head].tag in ("VBP", "VBZ"))


def _is_telling_thing(tree: Tree, book: CueBook, one: Reading, token: Token) -> bool:
    """Reads "The heat told the crew that …": no words. What newsrooms are told, somebody told them."""
    senses = book.verbs.get(tree.tokens[one.head].lemma, ())
    whom = tree.child(one.head, "dobj", "dative")
    if whom is None or one.head > whom or not any("hearer" in sense.frames for sense in senses):
        return False
    hearer = tree.tokens[whom]
    if hearer.pos == "PROPN" or hearer.lemma in book.carrier_staff:
        return False
    speaker = set(one.speaker)
    told = can_speak(tree, book, speaker) or is_document(tree, book, speaker)
    named = any(tree.tokens[at].pos == "PROPN" for at in one.speaker)
    doer = named or token.lemma.endswith(_DOERS) or token.pos != "NOUN"
    return not (told or doer or token.lemma in book.nouns)


def _is_expletive(tree: Tree, one: Reading) -> bool:
    """Reads "It is obvious that …": nobody's finding."""
    return bool(one.speaker) and tree.tokens[head_of(tree, one.speaker)].text.lower() == "it"


def _is_state_of_mind(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "Seems to believe that …": whom the writer takes to think or mean something."""
    if one.frame != "infinitive" or not can_speak(tree, book, set(one.speaker)):
        return False
    return any(
        cue.act in ("thought", "intention")
        for at in tree.children(one.head, "xcomp")
        for cue in book.verbs.get(tree.tokens[at].lemma, ())
    )


def _is_deed(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Whether the verb with its object tells what somebody did or saw, as in "fired the clerk".

    A blow that is dealt "for", "as" or "over" something, or in quotation marks, is one of words.
    """
    if is_document(tree, book, set(one.speaker)):
        return False
    lemma = tree.tokens[one.head].lemma
    if (
        lemma in book.answering
        and tree.tokens[head_of(tree, set(one.content))].lemma in book.questions
    ):
        return True
    if lemma in book.blows:
        beside = {*one.content, *tree.children(one.head, "prep")}
        return not one.quoted and not any(_is_why(tree, at) for at in beside)
    told = any(one.frame in sense.frames for sense in book.verbs.get(lemma, ()))
    return lemma in book.deeds and not told


def _is_why(tree: Tree, at: int) -> bool:
    """Reads "For waiting", "over the toll"; "for the second time" tells when."""
    governed = tree.child(at, "pobj")
    thing = tree.tokens[governed] if governed is not None else None
    time = thing is not None and (thing.lemma == "time" or thing.entity.endswith(_TIMES))
    return tree.tokens[at].lemma in _WHY and not time


def _is_siding(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "Backs the mayor": on whose side somebody stands, where "backs the plan" is a view."""
    if one.quoted or tree.tokens[one.head].lemma not in book.siding:
        return False
    if one.frame not in ("object", "judgement"):
        return False
    return can_speak(tree, book, set(one.content))


def _is_borne(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "Considered a sage, the miller …": who bears an opinion does not hold it."""
    token = tree.tokens[one.head]
    if token.tag != "VBN" or token.dep not in ("acl", "advcl") or one.quoted or not one.speaker:
        return False
    if tree.child(one.head, "agent", "aux", "auxpass") is not None:
        return False
    thought = any(cue.act == "thought" for cue in book.verbs.get(token.lemma, ()))
    return thought and one.frame in ("object", "judgement", "clause")


def _is_naming(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "A programme called Dawn", "made by Orion and called the Spear": a name is told, and no words."""
    token = tree.tokens[one.head]
    if token.lemma not in book.naming or tree.child(one.head, "agent") is not None:
        return False
    if token.dep == "acl":
        return token.tag in PAST_FORMS
    above = tree.tokens[token.head]
    joined = token.dep == "conj" and above.dep == "acl" and above.tag in PAST_FORMS
    return joined and not tree.children(one.head, *SUBJECTS)


def _is_scare(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Reads "Pushed 'free trade'": a name or a by-word in marks, and no words that somebody said."""
    if one.frame != "quote":
        return False
    words = [at for at in one.content if tree.tokens[at].pos not in ("PUNCT", "SPACE")]
    if tree.tokens[one.head].lemma in book.marking:
        return len(words) <= _NAME
    if len(words) <= _NAME and _is_by_word(tree, one, words):
        return True
    first = tree.tokens[min(words, default=0)]
    return len(words) <= _SCRAP and min(words) > one.head and not first.text[:1].isupper()


def _is_by_word(tree: Tree, one: Reading, words: Collection[int]) -> bool:
    """Reads "Led a “Stop Rossi” drive": words in marks within a noun phrase, and no verb among them tells."""
    before = min(one.content) - 1
    leads = before > one.head and tree.tokens[before].tag in _LEADS_NAME
    return leads and not any(tree.tokens[at].tag in FINITE_OR_MODAL for at in words)


def _is_source(tree: Tree, book: CueBook, one: Reading) -> bool:
    """Whether what shows something is a document, or somebody; things show without saying."""
    speaker = set(one.speaker)
    if not speaker or one.quoted:
        return True
    head = tree.tokens[head_of(tree, speaker)]
    somebody = can_speak(tree, book, speaker) or head.lemma in ("it", "which", "that")
    return somebody or is_document(tree, book, speaker) or head.lemma in book.nouns


def _is_meant(tree: Tree, one: Reading) -> bool:
    """Reads "Those who oppose the toll", "a group that wants to stay": whom the writer means, by what they want.

    Clauses with "that" are left: "a guard who said that …" did say it; and so are clauses after a comma.
    """
    token = tree.tokens[one.head]
    if token.dep != "relcl" or not one.speaker:
        return False
    if tree.tokens[min(tree.subtree(one.head)) - 1].text == ",":
        return False
    if one.frame == "infinitive":
        return True
    head = head_of(tree, one.speaker)
    kinds = {tree.tokens[at].lemma for at in tree.children(head, "det")}
    bare = not tree.children(head, "det", "poss", "nummod", "appos", "amod", "compound")
    some = tree.tokens[head].lemma == "those" or kinds & _ANY
    return one.frame in _PHRASES and bool(some or (bare and tree.tokens[head].tag == "NNS"))
