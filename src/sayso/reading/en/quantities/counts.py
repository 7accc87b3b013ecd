"""Counts: a number and the noun that it counts."""

from __future__ import annotations

from sayso.model.reading import Token
from sayso.reading.en.quantities.text import NumberAt, Seen, about, glued, token_at
from sayso.reading.en.words import WORD, Word

# A counted noun stands at most so many words behind its number.
_NOUN_REACH = 9
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BETWEEN = (*_NOUNS, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "FW")
_PLURALS = ("NNS", "NNPS")
_MIDDLES = ("IN", "TO", "CC")
_DEGREES = "°′″º"


def count(seen: Seen, number: NumberAt) -> tuple[int, int, str | None, float | None] | None:
    """A number with its noun, or alone where it stands for people or things ("killed 50")."""
    first, last, value = number
    scale = glued(seen, last, seen.book.glued_scales)
    if scale is not None:
        value, last = (None if value is None else value * scale), last + 1
    word = seen.words[first]
    at = last + 1 if last < len(seen.words) and seen.words[last].lower == "of" else last
    noun = _noun(seen, at) if value is None or at == last else None
    if noun is None and value is not None and not _is_plain(seen, number):
        return None
    if noun is not None:
        return about(seen, first), noun[1], noun[0], value
    if value is not None and (_is_age(seen, number) or _is_pronoun(seen, word)):
        return None
    return about(seen, first), last, None, value


def _noun(seen: Seen, index: int) -> tuple[str, int] | None:
    """The lemma of the noun that is counted by what stands before a word, and the index after it."""
    words = seen.words
    if index >= len(words) or words[index].kind not in (WORD, "HYPHEN", "CODE"):
        return None
    if words[index].kind == "HYPHEN":
        return _modifier(seen, index + 1)
    if not seen.tokens:
        word = words[index]
        plural = word.kind == WORD and len(word.lower) > 3 and word.lower.endswith("s")
        return (word.lower[:-1], index + 1) if plural else None
    return _head(seen, index)


def _head(seen: Seen, index: int) -> tuple[str, int] | None:
    """The head of the noun phrase that starts at a word, by the tagger's tokens."""
    words = seen.words
    head: tuple[str, int] | None = None
    before, inside = "", 0
    for place in range(index, min(len(words), index + _NOUN_REACH)):
        token = token_at(seen, words[place])
        if token is None and inside > words[place].start:
            # A part of the word before it: the 16 of "F-16".
            if head is not None and before in _NOUNS:
                head = head[0], place + 1
            continue
        if token is None or place in seen.timed:
            break
        tag = _tag(seen, place, token, before)
        if tag not in _BETWEEN:
            break
        inside = token.end
        if head is not None and before != "HYPH":
            # A plural ends what is counted, unless another plural follows ("weapons caches").
            after = (
                (*_PLURALS, "HYPH", "POS") if before in _PLURALS else (*_NOUNS, "JJ", "HYPH", "POS")
            )
            if tag not in after:
                break
        if tag == "POS":
            return None
        if tag in _NOUNS:
            head = token.lemma, place + 1
        before = tag
    return head


def _tag(seen: Seen, place: int, token: Token, before: str) -> str:
    """The tag of a word in a noun phrase, that of a hyphen for what joins: "surface-*to*-air", "Leopard *2* tanks"."""
    # The tagger takes "F-16" for a number.
    if token.tag == "CD" and token.text[:1].isalpha() and token.text[-1:].isdigit():
        return "NN"
    after = seen.words[place + 1] if place + 1 < len(seen.words) else None
    if after is None:
        return token.tag
    follows = token_at(seen, after)
    numbered = token.tag == "CD" and before == "NNP" and follows is not None
    compound = token.tag in _MIDDLES and before == "HYPH" and after.kind == "HYPHEN"
    return "HYPH" if compound or (numbered and follows and follows.tag == "NNS") else token.tag


def _modifier(seen: Seen, index: int) -> tuple[str, int] | None:
    """The noun of "12-member" and the like: the one word behind the hyphen."""
    if index >= len(seen.words) or seen.words[index].kind != WORD:
        return None
    token = token_at(seen, seen.words[index])
    if token is not None and token.tag not in _NOUNS:
        return None
    return (token.lemma if token else seen.words[index].lower), index + 1


def is_plural(seen: Seen, index: int) -> bool:
    """Whether a noun in the plural follows, so that "300m people" counts millions."""
    noun = _noun(seen, index)
    if noun is None:
        return False
    token = token_at(seen, seen.words[noun[1] - 1])
    return token is None or token.tag in _PLURALS or token.lemma in seen.book.unchanged


def _is_plain(seen: Seen, number: NumberAt) -> bool:
    """Whether a number without a noun can count: not a decimal, a code, a coordinate or "CTF 50"."""
    words = seen.words
    written, after = words[number.first], words[number.last : number.last + 1]
    before = words[number.first - 1] if number.first else None
    token = token_at(seen, before) if before is not None else None
    spelled = written.text.isalpha() and written.text.islower()
    if token is not None and token.tag in ("NNP", "NNPS") and not spelled:
        return False  # "CTF 50", but "gave Oslo ten and Riga three"
    acronym = (
        before is not None
        and before.kind == WORD
        and len(before.text) > 1
        and before.text.isupper()
    )
    whole = number.value is not None and number.value == int(number.value)
    degrees = bool(after) and after[0].text in _DEGREES
    return (
        whole
        and not acronym
        and not degrees
        and not (len(written.text) > 1 and written.text[0] == "0")
    )


def _is_age(seen: Seen, number: NumberAt) -> bool:
    """Whether a number stands between commas behind a name: "Ann Lee, 42, of Leeds"."""
    words = seen.words
    around = *words[max(0, number.first - 1) : number.first], *words[number.last : number.last + 1]
    return len(around) == 2 and all(word.kind == "COMMA" for word in around)


def _is_pronoun(seen: Seen, word: Word) -> bool:
    """Whether a number word is a pronoun ("one of them", "the two"), or there is no tagger to tell."""
    return word.lower == "one" or (not seen.tokens and word.lower.isalpha())
