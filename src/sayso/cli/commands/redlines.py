"""`sayso redlines`: who warns whom that what will bring which answer."""

from __future__ import annotations

from sayso.cli.ledger import lister

EXAMPLES = """\b
Examples:
  sayso redlines articles/
  sayso redlines articles/ --who ambassador --since 2024-03-01
  sayso redlines articles/ --about missiles --json
"""

run = lister(
    ("redline",),
    """Print the red lines of the articles.

    Each with who warns whom, the condition, the threatened answer, its chain of sources and its place.
    """,
)
