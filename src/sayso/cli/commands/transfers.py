"""`sayso transfers`: which weapons go, or might go, from whom to whom."""

from __future__ import annotations

from sayso.cli.ledger import lister

EXAMPLES = """\b
Examples:
  sayso transfers articles/
  sayso transfers articles/ --who Japan --about Patriot
  sayso transfers articles/ --as-of 2024-03-24 --json
"""

run = lister(
    ("transfer",),
    """Print the transfers of weapons in the articles.

    One for each leg: supplier and recipient, the weapon, how far it has come, and on whose say-so.
    """,
)
