"""What the review asks of a record, field by field, and what the answers change in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from sayso.collate.judged import FIXED
from sayso.desk.offered import Offer, key_of, offers_of, value_words
from sayso.desk.words import spoken
from sayso.errors import JudgementError
from sayso.model.collation import Change, LedgerUnion
from sayso.model.ids import kind_of
from sayso.model.reading import Ledger
from sayso.model.text import Article, Party, Place, Quantity, Span, WeaponRef, When

# Fields that hold ids, or what is put right by parting and joining: they are there as JSON.
_UNASKED = FIXED | {"statement", "next_legs", "contexts", "pattern", "chain", "code", "detail"}
_CHOSEN = (Party, WeaponRef, When, Quantity, Place)
_LAST = ("modality", "when", "spans")
_NONE = "null"
_GAP = " … "
_LABELS = MappingProxyType(
    {
        "actors": "Who did it",
        "aim": "What it is to do",
        "authority": "Rank of who warns",
        "channel": "In public or not",
        "condition.actor": "Who would act",
        "condition.spans": "If what is done: the words",
        "condition.specificity": "How plainly the act is told",
        "consequence.actor": "Who would answer",
        "consequence.modes": "By what means",
        "consequence.spans": "Then what: the words",
        "consequence.specificity": "How plainly the answer is told",
        "content": "What is said: the words",
        "cue": "The word for saying",
        "deadline": "By when",
        "force": "What that word makes of it",
        "form": "Quoted or retold",
        "hedges": "Words that soften it",
        "modality": "How it is told",
        "occasion_outlet": "Which outlet it was said to",
        "occasion_when": "When that was",
        "parties": "Between whom",
        "place": "Where",
        "recipients": "To whom it was done",
        "speaker": "Who says so",
        "statement.act": "Said, written, thought or meant",
        "transfer.act": "Kind of transfer",
        "event.type": "Kind of deed",
        "relation.type": "Kind of relation",
        "relation.about": "Over what",
        "spans": "All words that tell it",
        "addressees": "To whom it was said",
        "trigger": "The word for it",
        "warned": "Who is warned",
        "warner": "Who warns",
        "when": "When",
    }
)


class Option(NamedTuple):
    """A value that a field can have: as JSON, and in words."""

    value: str
    words: str
    chosen: bool


class Question(NamedTuple):
    """What a field holds: one of the options, several of them, a text, or words of the article.

    `path` is that of ``sayso judge correct``; `text` is what the field holds where there are no options.
    """

    path: str
    label: str
    how: Literal["one", "several", "text", "words"]
    options: tuple[Option, ...] = ()
    text: str = ""


def questions_of(record: LedgerUnion, ledger: Ledger) -> tuple[Question, ...]:
    """The questions about a record: parties, weapons, times and numbers are chosen among its article's."""
    found = list(_asked(record, _Asking(kind_of(record), offers_of(ledger)), ""))
    return tuple(sorted(found, key=lambda one: one.path in _LAST and _LAST.index(one.path) + 1))


def changes_of(
    questions: Sequence[Question], given: Mapping[str, Any], article: Article, near: Span
) -> list[Change]:
    """What a form changes: fields that it does not send stay as they are.

    Of several options those that are sent count, if ``several`` names the field: a form sends no empty box. Words
    are looked for as they stand in the article, and where they stand twice nearest to `near`. JudgementError
    where they stand nowhere.
    """
    several = _many(given.get("several"))
    found = []
    for one in questions:
        value = None
        if one.how == "several" and one.path in several:
            sent = _many(given.get(one.path))
            if set(sent) != {option.value for option in one.options if option.chosen}:
                value = f"[{','.join(sent)}]"
        elif one.how != "several" and one.path in given:
            sent_text = " ".join(str(given[one.path]).split())
            if sent_text != _held(one):
                value = _answer(one, sent_text, article, near)
        if value is not None:
            found.append(Change(path=one.path, value=value))
    return found


def _held(one: Question) -> str:
    held = next((option.value for option in one.options if option.chosen), one.text)
    return " ".join(held.split())


def _answer(one: Question, sent: str, article: Article, near: Span) -> str:
    if one.how == "one":
        return sent
    if one.how == "text":
        return msgspec.json.encode(sent or None).decode()
    many = one.path.rpartition(".")[2] in {"spans", "content", "hedges"}
    spans = [_found(article, words, near) for words in _pieces(article, sent)]
    return msgspec.json.encode(spans if many else next(iter(spans), None)).decode()


def _pieces(article: Article, sent: str) -> list[str]:
    """The words in pieces, unless the article itself has the dots between them."""
    whole = not sent or _pattern(sent).search(article.text) is not None
    return [piece for piece in ([sent] if whole else sent.split(_GAP.strip())) if piece.strip()]


def _found(article: Article, words: str, near: Span) -> Span:
    places = list(_pattern(words).finditer(article.part(near.part)))
    if not places:
        raise JudgementError(f"these words do not stand in the article: {words.strip()}")
    best = min(places, key=lambda one: abs(one.start() - near.start))
    return article.span(best.start(), best.end(), near.part)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _many(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else [str(one) for one in given or ()]


class _Asking(NamedTuple):
    """What kind of record is asked about, and what its article offers."""

    kind: str
    offers: Sequence[Offer]

    def label(self, path: str) -> str:
        return (
            _LABELS.get(f"{self.kind}.{path}")
            or _LABELS.get(path)
            or spoken(path.replace(".", ", ")).capitalize()
        )


def _asked(part: msgspec.Struct, asking: _Asking, above: str) -> Iterator[Question]:
    for one in msgspec.structs.fields(part):
        if one.name in _UNASKED:
            continue
        path = f"{above}{one.encode_name}"
        value = getattr(part, one.name)
        kinds = [kind for kind in get_args(one.type) or (one.type,) if kind is not type(None)]
        if get_origin(one.type) is Literal:
            kinds = [one.type]
        optional = type(None) in get_args(one.type)
        if isinstance(value, msgspec.Struct) and not isinstance(value, (*_CHOSEN, Span)):
            yield from _asked(value, asking, f"{path}.")
        else:
            yield from _question(path, value, kinds[0], asking, optional=optional)


def _question(
    path: str, value: Any, kind: Any, asking: _Asking, *, optional: bool
) -> Iterator[Question]:
    label = asking.label(path)
    held = value if isinstance(value, tuple) else () if value is None else (value,)
    how: Literal["one", "several"] = "several" if isinstance(value, tuple) else "one"
    nothing = [Option(_NONE, "not told", value is None)] if optional else []
    if get_origin(kind) is Literal:
        named = [Option(_json(one), _said(one), one in held) for one in get_args(kind)]
        yield Question(path, label, how, (*nothing, *named))
    elif kind in _CHOSEN:
        yield Question(path, label, how, (*nothing, *_options(held, kind, asking.offers)))
    elif kind is Span:
        yield Question(path, label, "words", text=_GAP.join(one.text for one in held))
    elif kind is str and how == "one":
        yield Question(path, label, "text", text=value or "")


def _options(held: Sequence[Any], kind: type, offers: Sequence[Offer]) -> Iterator[Option]:
    """What the field holds, then what else the article has of the kind."""
    known = {key_of(one) for one in held}
    for one in held:
        yield Option(_json(one), value_words(one), chosen=True)
    for words, value in offers:
        if isinstance(value, kind) and key_of(value) not in known:
            yield Option(_json(value), words, chosen=False)


def _said(value: str) -> str:
    return spoken(value.lower() if value.isupper() else value)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
