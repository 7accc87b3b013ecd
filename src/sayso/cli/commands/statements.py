"""`sayso statements`: who said, wrote, thought or meant to do what."""

from __future__ import annotations

from sayso.cli.ledger import lister

EXAMPLES = """\b
Examples:
  sayso statements articles/
  sayso statements articles/ --who ambassador --about missiles
  sayso statements articles/ --since 2024-03-01 --until 2024-03-31 --json
"""

run = lister(
    ("statement",),
    """Print the statements of the articles.

    Each with its speaker, its chain of sources and its place.
    """,
)
