"""What a reader finds told in a short text, put briefly."""

from __future__ import annotations

from sayso.model.ids import digest_id
from sayso.model.reading import Attribution
from sayso.model.text import Article
from sayso.reading import Reader


def told(reader: Reader, text: str) -> tuple[Attribution, ...]:
    """The attributions of an English text without a title."""
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    return reader.read_one(article).attributions


def chains(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Per attribution its chain as "who how > who how", and its content."""
    return [
        (
            " > ".join(
                f"{link.party.name if link.party else '-'} {link.how}" for link in one.chain
            ),
            " | ".join(span.text for span in one.content),
        )
        for one in told(reader, text)
    ]
