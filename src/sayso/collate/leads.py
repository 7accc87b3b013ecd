"""What the lead of an article means: its title and first paragraph, or else its first two paragraphs.

News tells its matter there (the "inverted pyramid"); what comes later is background that stories share.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from sayso.meaning import Meaning
from sayso.model.text import Article

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PARTS = 2


def lead_meaning(article: Article, meaning: Meaning) -> NDArray[np.float32]:
    """The direction of the sum of the lead's parts: of length 1, or zeros without a word."""
    total = meaning.vectors(lead_of(article)).sum(axis=0)
    length = float(np.linalg.norm(total))
    return np.asarray(total / length if length else total, np.float32)


def lead_of(article: Article) -> tuple[str, ...]:
    """The title, unless the text opens with it, and the first paragraphs: two parts together."""
    paragraphs = (line.strip() for line in article.text.splitlines())
    opening = tuple(islice((line for line in paragraphs if line), _PARTS))
    title = (article.title or "").strip()
    parts = opening if not title or title in opening else (title, *opening)
    return parts[:_PARTS]
