"""Headlines: what an article's title says that somebody said.

Headlines are told in the present tense, without articles and often with every word in capitals; speakers
stand before a colon ("Envoy: we will answer"), after one ("‘Not our plan’: minister") or after a dash.
Only what can be read surely is stated: a cue in a finite form of its own, and a speaker who is somebody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.books.cues import Cue, CueBook
from sayso.model.ledger import Act
from sayso.reading.en.attribution.clauses import find_attributions
from sayso.reading.en.attribution.found import TOPICS, Found
from sayso.reading.en.attribution.mending import mend
from sayso.reading.en.attribution.participants import head_of
from sayso.reading.en.attribution.realis import took_place
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.en.quotations.quoted import join_quotes
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import Tree, edged

LONGEST = 250  # characters; a longer title is no headline
_LABEL = 6  # tokens of a name beside its colon
_SHORTEST = 3  # tokens of what was said
_FEWEST = 2  # tokens of what was said, or one of them and who was told it
_SAID = frozenset({"clause", "quote"})  # frames in which a past tense is no participle
_NOBODY = frozenset({"impersonal", "light", "carried"})
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
_PHRASES = frozenset({"ADP", "NOUN", "PROPN", "ADJ", "CCONJ", "NUM", "DET", "PART"})
_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADP"})
_DASHES = frozenset({"–", "—", "-", "―"})
_ON = frozenset({"on", "over", "about"})  # before the topic, behind who speaks
IsSpeaker = Callable[[set[int]], bool]
_SITE = re.compile(r"\s+[|•»]\s")


def headline_of(title: str) -> str:
    """The title without the name of the site behind a bar."""
    bar = _SITE.search(title)
    return (title[: bar.start()] if bar else title).rstrip()


def headline_statements(
    tree: Tree,
    book: CueBook,
    quoted: list[Quoted],
    is_speaker: IsSpeaker = lambda _: False,
) -> list[Found]:
    """What a headline surely says that somebody said; its tokens are those of the title as a sentence.

    `is_speaker` tells of words whether they name somebody whose words the text tells.
    """
    if not tree.tokens or _asks(tree, quoted):
        return []
    labelled = _labelled(tree, book, quoted, is_speaker)
    if labelled is not None:
        return [labelled]
    tree = Tree(edged(tree.tokens, tree.tokens[-1].end), tree.sentences)
    found = mend(tree, join_quotes(tree, find_attributions(tree, book), quoted))
    told = took_place(tree, book, found, quoted, shortest=1)
    sure = [one for one in told if _is_sure(tree, book, one)]
    for one in sure:
        if one.frame in TOPICS:
            _complete(tree, one)
    return sure or _behind_comma(tree, book)


def _behind_comma(tree: Tree, book: CueBook) -> list[Found]:
    """Reads "Ferry late, mayor says", "Stay out, mayor tells owners": all before the last comma was said."""
    tokens = tree.tokens
    comma = next((at for at in reversed(range(len(tokens))) if tokens[at].text == ","), 0)
    rest = [at for at in range(comma + 1, len(tokens)) if tokens[at].pos != "SPACE"]
    if comma < _FEWEST or not _FEWEST <= len(rest) <= _LABEL:
        return []
    tells = ((at, rest[:number], rest[number + 1 :]) for number, at in enumerate(rest[1:-1], 1))
    for verb, name, hearer in ((rest[-1], rest[:-1], []), (rest[0], rest[1:], []), *tells):
        frame = "hearer" if hearer else "quote"
        cues = book.verbs.get(tokens[verb].lemma, ())
        said = next((cue for cue in cues if {"quote", frame} <= {*cue.frames}), None)
        clean = all(tokens[at].pos in _NAMES for at in (*name, *hearer))
        tensed = tokens[verb].tag in ("VBZ", "VBP")
        heard = not hearer or _can_hear(tree, book, hearer[-1])
        if said and tensed and clean and heard and _is_somebody(tree, book, {name[-1]}):
            return [_told(verb, said, set(name), set(hearer), set(range(comma)))]
    return []


def _told(verb: int, cue: Cue, speaker: set[int], hearer: set[int], content: set[int]) -> Found:
    return Found(
        hearer=hearer or None,
        head=verb,
        cue={verb},
        act=cue.act,
        frame="clause",
        force=cue.force,
        modality=cue.modality,
        speaker=speaker,
        content=content,
    )


def _complete(tree: Tree, one: Found) -> None:
    """A topic goes on to the end of its clause, wherever the parser hung its last phrases."""
    end = max(one.content) + 1
    while end < len(tree.tokens) and tree.tokens[end].pos in _PHRASES:
        end += 1
    if one.head < min(one.content):
        one.content |= set(range(max(one.content) + 1, end)) - one.cue - (one.speaker or set())


def _asks(tree: Tree, quoted: Sequence[Quoted]) -> bool:
    """Whether the headline asks, or promises to tell ("Why the fishers fear the port"): it states nothing."""
    if tree.tokens[0].tag in _ASKING:
        return True
    marks = [at for at, token in enumerate(tree.tokens) if token.text == "?"]
    return any(not any(one.first <= at < one.last for one in quoted) for at in marks)


def _is_sure(tree: Tree, book: CueBook, one: Found) -> bool:
    if one.head < 0 or one.frame in _NOBODY or not one.speaker or not one.cue:
        return False
    words = [at for at in one.content if tree.tokens[at].pos not in ("PUNCT", "SPACE")]
    if not _is_somebody(tree, book, one.speaker) or len(words) + bool(one.hearer) < _FEWEST:
        return False
    verbs = [at for at in sorted(one.cue) if tree.tokens[at].tag.startswith("VB")]
    if not verbs:
        return one.frame in ("according", "signature", "label")
    tag = tree.tokens[verbs[0]].tag
    return tag in ("VBZ", "VBP") or (tag == "VBD" and one.frame in _SAID)


def _is_somebody(tree: Tree, book: CueBook, phrase: set[int]) -> bool:
    token = tree.tokens[head_of(tree, phrase)]
    return token.pos == "PROPN" or token.lemma in book.people


def _labelled(
    tree: Tree, book: CueBook, quoted: Sequence[Quoted], is_speaker: IsSpeaker
) -> Found | None:
    """A speaker before or after the colon or dash that parts the headline in two."""
    parts = list(_partings(tree, quoted))
    if len(parts) != 1:
        return None
    at = parts[0]
    before, after = set(range(at)), set(range(at + 1, len(tree.tokens)))
    colon = tree.tokens[at].text == ":"
    for label, words in ((before, after), (after, before)) if colon else ():
        addressed = _addressed(tree, book, at, label, words)
        if addressed is not None:
            return addressed
    known = _is_short(tree, before) and not _is_place(tree, before) and is_speaker(before)
    leads = colon and (known or _can_be_label(tree, book, before, last=False))
    if leads and _says(tree, book, after, quoted):
        return _label(tree, book, at, before, after)
    if _is_quotation(tree, before, quoted):
        after = _without_topic(tree, after)
    known = _is_short(tree, after) and is_speaker(after)
    if known or _can_be_label(tree, book, after, last=True):
        named = tree.tokens[head_of(tree, after)].pos == "PROPN"
        bare = known or not (named or _has_article(tree, after))
        if _says(tree, book, before, quoted, clause=not bare):
            return _label(tree, book, at, after, before)
    return None


def _addressed(
    tree: Tree, book: CueBook, at: int, label: set[int], words: set[int]
) -> Found | None:
    """Reads "Mayor to owners: sell up", "Sell up or leave: mayor to owners"; "Molde to Bergen" may be a way."""
    tokens = tree.tokens
    to = next((one for one in sorted(label) if tokens[one].lemma == "to"), None)
    spoken = [one for one in sorted(words) if tokens[one].pos not in ("PUNCT", "SPACE")]
    if to is None or not _is_short(tree, label) or len(spoken) < _FEWEST:
        return None
    speaker, hearer = (
        {one for one in label if (one < to) == first and one != to} for first in (1, 0)
    )
    if not speaker or not hearer or tokens[to].tag not in ("IN", "TO"):
        return None
    if any(tokens[one].pos not in _NAMES | {"PART"} for one in label):
        return None
    if not (_is_somebody(tree, book, {max(speaker)}) and _can_hear(tree, book, max(hearer))):
        return None
    personal = any(tokens[one].lemma in book.people for one in speaker)
    if not (personal and _says(tree, book, words, ())) and not _speaks_to(tree, book, spoken):
        return None
    return _label(tree, book, at, speaker, words, hearer)


def _can_hear(tree: Tree, book: CueBook, noun: int) -> bool:
    """Whether a noun is somebody, or several: "truckers"."""
    return tree.tokens[noun].tag == "NNS" or _is_somebody(tree, book, {noun})


def _speaks_to(tree: Tree, book: CueBook, spoken: Sequence[int]) -> bool:
    """Whether words are an order, or say "we" or "you"."""
    first = tree.tokens[spoken[0]]
    own = {
        tree.tokens[one].text.lower() for one in spoken if tree.tokens[one].tag in ("PRP", "PRP$")
    }
    return first.tag == "VB" or bool(own & book.addressing)


def _partings(tree: Tree, quoted: Sequence[Quoted]) -> Iterator[int]:
    """Colons and free-standing dashes outside of quotation marks."""
    tokens = tree.tokens
    for at in range(1, len(tokens) - 1):
        free = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
        parts = tokens[at].text == ":" or (tokens[at].text in _DASHES and free)
        if parts and not any(one.first <= at < one.last for one in quoted):
            yield at


def _can_be_label(tree: Tree, book: CueBook, phrase: set[int], *, last: bool) -> bool:
    """Whether a short phrase without a verb names somebody.

    Before the colon a country is the topic ("Chile: floods cut roads"); behind it, it speaks.
    """
    if not _is_short(tree, phrase):
        return False
    tokens = tree.tokens
    head = tokens[head_of(tree, phrase)]
    if head.pos == "NOUN" or len(phrase) == 1:
        nouns = {head.lemma, head.lemma.lower()}  # "Minister: …", a name to the parser
        if nouns & book.people or (last and nouns & book.documents):
            return True
        if head.pos == "NOUN":
            return False
    person = head.entity.endswith("PERSON") and not _is_place(tree, phrase)
    return head.pos == "PROPN" and (last or person)


def _is_short(tree: Tree, phrase: set[int]) -> bool:
    """Whether these words may be no more than a name: few, and no verb or mark among them."""
    words = [tree.tokens[at] for at in phrase]
    odd = any(token.tag in FINITE_OR_MODAL or token.text in '?!"“”' for token in words)
    return 0 < len(phrase) <= _LABEL and not odd


def _is_place(tree: Tree, phrase: set[int]) -> bool:
    return any(tree.tokens[at].entity.endswith(("GPE", "LOC", "EVENT")) for at in phrase)


def _without_topic(tree: Tree, phrase: set[int]) -> set[int]:
    """Reads "‘Nobody asked us’: villagers on dam plan": the villagers speak."""
    topic = next((at for at in sorted(phrase) if tree.tokens[at].lemma in _ON), None)
    return phrase if topic is None else {at for at in phrase if at < topic}


def _has_article(tree: Tree, phrase: set[int]) -> bool:
    return any(tree.tokens[at].tag == "DT" for at in phrase)


def _says(
    tree: Tree, book: CueBook, words: set[int], quoted: Sequence[Quoted], *, clause: bool = True
) -> bool:
    """Whether these words are all a quotation, or a clause; without `clause` its verb may be left out."""
    if _is_quotation(tree, words, quoted):
        return True
    spoken = {at for at in words if tree.tokens[at].pos not in ("PUNCT", "SPACE")}
    if len(spoken) < _SHORTEST:
        return False
    if tree.tokens[min(spoken)].lemma in book.nobody:
        return True  # "Mayor: no tolls on the bridge"
    return not clause or any(
        tree.tokens[at].tag in FINITE_OR_MODAL and tree.tokens[at].dep not in ("relcl", "advcl")
        for at in spoken
    )


def _is_quotation(tree: Tree, words: set[int], quoted: Sequence[Quoted]) -> bool:
    spoken = {at for at in words if tree.tokens[at].pos not in ("PUNCT", "SPACE")}
    return any(spoken <= set(range(one.first, one.last)) for one in quoted)


def _label(
    tree: Tree,
    book: CueBook,
    at: int,
    speaker: set[int],
    content: set[int],
    hearer: set[int] | None = None,
) -> Found:
    written = tree.tokens[head_of(tree, speaker)].lemma in book.documents
    act: Act = "writing" if written else "speech"
    return Found(
        head=at, cue={at}, act=act, frame="label", speaker=speaker, content=content, hearer=hearer
    )
