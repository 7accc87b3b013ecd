"""Counts: a number and the noun that it counts; and numbers that only label."""

from __future__ import annotations

from sayso.reading.en.quantities_text import NumberAt, Seen, about, glued, token_at
from sayso.reading.en.words import NUMERIC, WORD, Word

# A counted noun stands at most so many words behind its number.
_NOUN_REACH = 7
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BETWEEN = (*_NOUNS, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "FW")
_PLURALS = ("NNS", "NNPS")
_DEGREES = "°′″º"


def is_label(seen: Seen, number: NumberAt) -> bool:
    """Whether a number names or numbers something: "Article 9", "[3]", "3-1", "Boeing 747"."""
    words = seen.words
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    if number.value is None:
        return False
    token = token_at(seen, words[number.first])
    if token is not None and token.entity[2:] in seen.book.name_entities:
        return True
    if before is not None:
        glued = before.end == words[number.first].start
        if before.text in ("[", "#", "№", "/") or (glued and before.kind in ("HYPHEN", "STROKE")):
            return True
        if before.lower in seen.numbers.labels and before.kind != "BREAK":
            return True
        if before.kind == "DOT" and number.first > 1 and words[number.first - 2].lower == "no":
            return True
    if after is None:
        return False
    if after.kind == "DOT" and (before is None or before.kind == "BREAK"):
        return True
    glued = after.start == words[number.last - 1].end
    digits = number.last + 1 < len(words) and words[number.last + 1].kind in NUMERIC
    return glued and (after.kind == "STROKE" or (after.kind == "HYPHEN" and digits))


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
    head: tuple[str, int] | None = None
    before = ""
    for place in range(index, min(len(words), index + _NOUN_REACH)):
        token = token_at(seen, words[place])
        if token is None or token.tag not in _BETWEEN or place in seen.timed:
            break
        if head is not None and before != "HYPH":
            # A plural ends what is counted, unless another plural follows ("weapons caches").
            after = (
                (*_PLURALS, "HYPH", "POS") if before in _PLURALS else (*_NOUNS, "JJ", "HYPH", "POS")
            )
            if token.tag not in after:
                break
        if token.tag == "POS":
            return None
        if token.tag in _NOUNS:
            head = token.lemma, place + 1
        before = token.tag
    return head


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
    return token is None or token.tag in _PLURALS


def _is_plain(seen: Seen, number: NumberAt) -> bool:
    """Whether a number without a noun can count: not a decimal, a code, a coordinate or "CTF 50"."""
    words = seen.words
    written, after = words[number.first], words[number.last : number.last + 1]
    before = words[number.first - 1] if number.first else None
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
    around = words[max(0, number.first - 1) : number.first] + words[number.last : number.last + 1]
    return len(around) == 2 and all(word.kind == "COMMA" for word in around)


def _is_pronoun(seen: Seen, word: Word) -> bool:
    """Whether a number word is a pronoun ("one of them", "the two"), or there is no tagger to tell."""
    return word.lower == "one" or (not seen.tokens and word.lower.isalpha())
