"""Money, measures, shares and counts."""
