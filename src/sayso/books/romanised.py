"""Names in Latin letters by different rules: one key for the spellings of one name.

A word's form shows which script it comes from, and the spellings that the usual romanisations of that
script give are then one: Cyrillic (BGN/PCGN 1947 and 2019, ICAO Doc 9303, ISO 9, the Ukrainian table of
2010, press usage), Japanese (Hepburn with and without macrons, Kunrei), Arabic (articles, and vowels that
the script does not write). Elsewhere only case, accents and marks are taken off, so that "Liu" is not "Lu".
A key is for comparing only; that two keys are equal says that two names *may* be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from sayso.books.wording import fold

System = Literal["cyrillic", "japanese", "arabic", "other"]
_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), written) for pattern, written in pairs)


# Russian and Ukrainian letters by ICAO Doc 9303; both alphabets together, as no letter has two readings
# that the rules below would not make one again.
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезийклмнопрстуфыэіє", "abvggdeziiklmnoprstufieie", strict=True))
    | {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "", "ь": "", "ю": "iu", "я": "ia", "ї": "i", "ў": "u"}
)
_KEPT = 4096  # words of names whose form was looked at last
_SHORT = 3  # letters; so short a name shows no ending
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MARKS = re.compile(r"[^a-z]")

# Family names as East Slavic ones end, in any romanisation.
_SLAVIC = re.compile(
    r"(?:[bcdfghjklmnprstvxyz]|[aeiou]y?)"
    r"(?:[iyj]?[eo](?:v|w|ff)a?|[iy]na?|enk[oa]|[iyj]?uk|ch[uy]k|[iy](?:ch|c)|[iy]kh?|[eo][yi]"
    r"|[sc]k(?:[iyj]{1,2}|a(?:[iyj]a)?)|[khn](?:y[iyj]?|[ij][iyj]|a[iyj]a))$"
)
_JAPANESE = re.compile(
    r"(?:(?:sh|ch|ts|[kgnhbpmrsztd]y|[kgsztdnhbpmyrwjf])?[aeiou]h?(?![aeiou]{3})"
    r"|n(?![aeiou])|m(?=[bpm])|k(?=k)|s(?=s)|t(?=t|ch)|p(?=p))+"
)
_MOHAMMED = r"m[aou]h?[ae]mm?[aeiou]d"
_ARABIC = re.compile(rf"(?:[ae]l|abu?|abd(?:[ueao]l)?|[ib]bn|bin)-.+|{_MOHAMMED}|.*q(?!u).*|.*q$")

_FOLDS: dict[System, _Rules] = {
    "cyrillic": _rules(
        (r"x", "ks"),
        (r"w|ff$", "v"),
        (r"ph", "f"),
        (r"shch|sch", "sh"),
        (r"ts|tz|cz", "c"),
        (r"kh|h(?<![scz]h)|g", "h"),
        (r"e[iyj]+$", "i"),
        (r"[iyj]+a", "ia"),
        (r"[iyj]+u", "iu"),
        (r"[iyj]+[eo]", "e"),
        (r"(?<=[scz]h)ov", "ev"),
        (r"enka$", "enko"),
        (r"naia$", "na"),
        (r"kaia$", "ka"),
        (r"(?<=ks)ander$", "andr"),
        (r"[iyj]+", "i"),
        (r"(.)\1", r"\1"),
        (r"^oleks", "aleks"),
        (r"(?<=[dklmnrstv])[io]$", ""),
    ),
    "japanese": _rules(
        (r"o(?:[uo]|h(?![aeiou]))", "o"),
        (r"uu", "u"),
        (r"m(?=[bp])", "n"),
        (r"si", "shi"),
        (r"sy", "sh"),
        (r"ti|tchi", "chi"),
        (r"ty", "ch"),
        (r"t[uz]u?", "tsu"),
        (r"hu", "fu"),
        (r"zi|di", "ji"),
        (r"zy|jy", "j"),
    ),
    "arabic": _rules(
        (r"^[ae](?:l|[rsdnzt](?=-[rsdnzt]))-?", ""),
        (_MOHAMMED, "muhammad"),
        (r"ou|oo|o", "u"),
        (r"ei|ay|ey|ai", "ai"),
        (r"ee|y", "i"),
        (r"aa|e", "a"),
        (r"q", "k"),
        (r"dh", "d"),
        (r"(?<=a)h$", ""),
        (r"-", ""),
        (r"(.)\1", r"\1"),
    ),
    "other": _rules((r"x", "ks"), (r"y", "i"), (r"ii", "i")),
}


@lru_cache(_KEPT)
def system_of(family: str) -> System:
    """The script that a family name comes from, as far as its form shows.

    >>> system_of("Zinovyev"), system_of("Saitoh"), system_of("al-Khatib"), system_of("Dupont")
    ('cyrillic', 'japanese', 'arabic', 'other')
    """
    written = fold(family)
    if _IS_CYRILLIC.search(written):
        return "cyrillic"
    if _ARABIC.fullmatch(written):
        return "arabic"
    letters = _letters(written)
    if len(letters) > _SHORT and _SLAVIC.search(letters):
        return "cyrillic"
    if len(re.findall(r"[aeiou]+", letters)) > 1 and _JAPANESE.fullmatch(letters):
        return "japanese"
    return "other"


@lru_cache(_KEPT)
def spelling(name: str, system: System | None = None) -> str:
    """The key of a word of a name, read by `system` (by the one that its form shows, if None).

    >>> spelling("Королёв") == spelling("Korolyov") == spelling("Korolev")
    True
    >>> spelling("Liu") == spelling("Lu")
    False
    """
    system = system or system_of(name)
    written = fold(name).translate(_CYRILLIC)
    key = written if system == "arabic" else _letters(written)
    for pattern, put in _FOLDS[system]:
        key = pattern.sub(put, key)
    return _letters(key)


def given_alike(left: Iterable[str], right: Iterable[str], system: System) -> bool:
    """Whether two people of one family name can have these given names: the first words tell.

    Equal when spelt alike, or one the initial of the other; later words differ only where both have them
    and they begin with other letters. Somebody without given names fits everybody.
    """
    mine, theirs = tuple(left), tuple(right)
    if not mine or not theirs:
        return True
    if spelling("".join(mine), system) == spelling("".join(theirs), system):
        return True
    first, *others = zip(mine, theirs, strict=False)
    return _fits(*first, system) and all(_fits(a, b, system) for a, b in others)


def _fits(left: str, right: str, system: System) -> bool:
    a, b = spelling(left, system), spelling(right, system)
    initial = min(len(_letters(fold(left))), len(_letters(fold(right)))) == 1
    return a == b or (initial and a[:1] == b[:1] != "")


def _letters(written: str) -> str:
    return _MARKS.sub("", written)
