"""`sayso events`: who did what to whom."""

from __future__ import annotations

from sayso.cli.ledger import lister

EXAMPLES = """\b
Examples:
  sayso events articles/
  sayso events articles/ --who Tokyo --since 2023-12-01
  sayso events articles/ --json | head
"""

run = lister(
    ("event",),
    """Print the events of the articles.

    Each with its type, who acts on whom, and on whose say-so.
    """,
)
