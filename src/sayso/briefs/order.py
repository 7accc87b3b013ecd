"""In which order a brief tells things: never the order in which the inputs came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.books.printed import called
from sayso.model.collation import Claim, ClaimRecord
from sayso.model.ledger import RedLine, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Party, Span

KINDS = ("redline", "transfer", "policy_change", "relation", "event", "statement")
# Fewer words than this name no act ("if that happens").
_PLAIN_WORDS = 5
_INNER = str.maketrans("“”„", "‘’‘")
FORMS = ("direct", "mixed", "indirect")


def order_articles(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """Articles by path, then by address, then by id."""
    return tuple(
        sorted(
            ledgers, key=lambda one: (one.article.path or "", one.article.url or "", one.article.id)
        )
    )


def order_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by kind; those that most articles tell first; then named voices, named ways, quoted words."""
    return tuple(sorted(claims, key=_weight))


def of_kind(claims: Iterable[Claim], about: str) -> tuple[Claim, ...]:
    """The claims of one kind, in their order."""
    return tuple(claim for claim in claims if claim.about == about)


def _weight(claim: Claim) -> tuple[int, int, bool, bool, int, int, str]:
    record = claim.record
    form = FORMS.index(record.form) if isinstance(record, Statement) else len(FORMS)
    return (
        KINDS.index(claim.about),
        -len(claim.articles),
        speaker_of(claim) is None,
        not any(path.way == "named" for origin in claim.origins for path in origin.paths),
        form,
        -sum(len(span.text) for span in record.content) if isinstance(record, Statement) else 0,
        claim.id,
    )


def by_speaker(claims: Iterable[Claim]) -> tuple[tuple[Party | None, tuple[Claim, ...]], ...]:
    """Claims by speaker and then by occasion, each in the order of its first claim; nameless ones last."""
    groups: dict[str, tuple[Party | None, list[Claim]]] = {}
    for claim in claims:
        speaker = speaker_of(claim)
        key = (speaker.actor or name_of(speaker).casefold()) if speaker else ""
        groups.setdefault(key, (speaker, []))[1].append(claim)
    keys = sorted(groups, key=lambda key: not key)
    return tuple((groups[key][0], _by_occasion(groups[key][1])) for key in keys)


def _by_occasion(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    groups: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in claims:
        told = tuple(
            part
            for occasion in claim.occasions or ()
            for part in (occasion.occasion, occasion.when.start if occasion.when else None)
        )
        groups.setdefault(told, []).append(claim)
    return tuple(claim for group in groups.values() for claim in group)


def speaker_of(claim: Claim) -> Party | None:
    """The one whom the claim's best wording is put to, where he is named."""
    party = claim.origins[0].party if claim.origins else None
    if isinstance(claim.record, Statement) and claim.record.speaker is not None:
        party = claim.record.speaker
    return party if party is not None and (party.resolved or party.actor) else None


def name_of(party: Party) -> str:
    """A party's full name where it is known, else its words."""
    return called(party)


def introduce(party: Party) -> str:
    """Somebody with the role that the articles give, for the start of a sentence."""
    name = name_of(party)
    if not party.role or party.role.casefold() in name.casefold():
        return name
    return f"{name}, {party.role}"


def in_marks(words: str) -> str:
    """Words in quotation marks, those inside them made single: “would be ‘a mistake’”."""
    opened, closed = words.count("“"), words.count("”")
    if opened != closed:  # one stands outside of what is told
        words = words.replace("“" if opened > closed else "”", "", 1)
    return f"“{words.translate(_INNER)}”"


def condition_of(claim: Claim, records: Mapping[str, ClaimRecord]) -> tuple[Span, ...]:
    """The condition of a red line in its plainest words.

    Those of the best wording, unless they are put together from several places ("that happens", and what
    "that" is): then those of the first telling that has them in one piece.
    """
    if not isinstance(claim.record, RedLine):
        return ()
    own = claim.record.condition.spans
    if len(own) < 2:
        return own
    for key in claim.records:
        record = records[key]
        if isinstance(record, RedLine) and len(record.condition.spans) == 1:
            words = record.condition.spans[0].text.split()
            if len(words) >= _PLAIN_WORDS:
                return record.condition.spans
    return own


def plainest_line(claim: Claim, records: Mapping[str, ClaimRecord]) -> RedLine | None:
    """The telling of a red line that says what would follow: the best wording, unless that leaves it open.

    Then the same warner's that names an answer: the one in most articles' words, quoted before told.
    """
    own = claim.record
    if not isinstance(own, RedLine):
        return None
    if own.consequence.specificity == "named":
        return own
    told = [
        record
        for key in claim.records
        if isinstance(record := records[key], RedLine)
        and record.consequence.specificity == "named"
        and record.condition.spans
        and _key_of(record.warner) == _key_of(own.warner)
    ]
    words = Counter(_words(record.consequence.spans) for record in told)
    return min(
        told,
        key=lambda record: (
            -words[_words(record.consequence.spans)],
            _form_of(records.get(record.statement or "")),
            -len(_words(record.consequence.spans)),
            record.id,
        ),
        default=own,
    )


def _words(spans: tuple[Span, ...]) -> str:
    return " ".join(" ".join(span.text.split()) for span in spans)


def _form_of(record: ClaimRecord | None) -> int:
    return FORMS.index(record.form) if isinstance(record, Statement) else len(FORMS)


def warned_by(claim: Claim, records: Mapping[str, ClaimRecord]) -> Party | None:
    """Whom a red line warns: as its best wording tells, else as most of its records by that warner do."""
    if not isinstance(claim.record, RedLine):
        return None
    if claim.record.warned is not None:
        return claim.record.warned
    warner = _key_of(claim.record.warner)
    found: dict[str, list[Party]] = {}
    for key in claim.records:
        record = records[key]
        if (
            isinstance(record, RedLine)
            and record.warned is not None
            and _key_of(record.warner) == warner
        ):
            found.setdefault(name_of(record.warned), []).append(record.warned)
    best = min(found, key=lambda name: (-len(found[name]), name), default=None)
    return found[best][0] if best is not None else None


def _key_of(party: Party | None) -> str | None:
    return (party.actor or name_of(party)) if party else None
