"""What a brief says in short: sentences made of the articles' own words, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.briefs.order import name_of, speaker_of
from sayso.model.collation import Claim, Sentence
from sayso.model.ledger import Statement
from sayso.model.text import Article, Party, Span

MOST_SENTENCES = 8
_A_SPEAKER = 3
_LONGEST = 260
_LONGEST_GAP = 60
# "has", "has also": what may stand between a subject and its verb.
_HELPERS = 2
_MARKS = "“”\"„«»‘’'` "


def summarise(
    claims: Sequence[Claim], articles: Mapping[str, Article], most: int
) -> tuple[Sentence, ...]:
    """A sentence for each of the weightiest claims: at most `most`, and at most three a speaker."""
    said: Counter[str] = Counter()
    chosen: list[Sentence] = []
    for claim in claims:
        speaker = speaker_of(claim)
        if speaker is None or not isinstance(claim.record, Statement) or len(chosen) == most:
            continue
        key = speaker.actor or name_of(speaker)
        if said[key] < _A_SPEAKER:
            said[key] += 1
            chosen.append(_sentence(claim, claim.record, speaker, articles))
    return tuple(chosen)


def _sentence(
    claim: Claim, record: Statement, speaker: Party, articles: Mapping[str, Article]
) -> Sentence:
    clause = clause_of(record, articles[record.article])
    who = introduce(speaker)
    text = f"{who}{clause}" if clause else f"{who}: {quoted(record)}"
    return Sentence(
        text=_closed(shortened(text, _LONGEST)), spans=record.content, claims=(claim.id,)
    )


def introduce(party: Party) -> str:
    """Somebody with the role that the articles give, for the start of a sentence."""
    name = name_of(party)
    if not party.role or party.role.casefold() in name.casefold():
        return name
    return f"{name}, {party.role}"


def clause_of(record: Statement, article: Article) -> str | None:
    """The article's own clause from its verb on (", warned Tokyo of …"), or None.

    Only where speaker, cue and content stand in this order with little between them: then the cue is
    the verb of that subject, and the words can follow the speaker's full name as they are.
    """
    speaker, cue = record.speaker, record.cue
    if record.form == "direct" or speaker is None or speaker.span is None or cue is None:
        return None
    if len(record.content) != 1 or {speaker.span.part, cue.part, record.content[0].part} != {
        "text"
    }:
        return None
    content = record.content[0]
    before, between = cue.start - speaker.span.end, content.start - cue.end
    if before < 0 or not 0 <= between <= _LONGEST_GAP:
        return None
    lead = article.text[speaker.span.end : cue.start].split()
    words = article.text[cue.start : content.end]
    if len(lead) > _HELPERS or not all(word.isalpha() for word in lead) or "\n" in words:
        return None
    comma = "," if introduce(speaker) != name_of(speaker) else ""
    return f"{comma} {' '.join([*lead, words])}"


def quoted(record: Statement) -> str:
    """The content as it stands: in quotation marks where it is direct speech."""
    words = " … ".join(_one_line(span) for span in record.content)
    return f"“{words.strip(_MARKS).rstrip(',')}”" if record.form == "direct" else words


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words."""
    if len(text) <= most:
        return text
    closing = "”" if text.endswith("”") else ""
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')} …{closing}"


def _closed(text: str) -> str:
    return text if text.rstrip("”")[-1:] in {".", "!", "?", "…"} else f"{text}."
