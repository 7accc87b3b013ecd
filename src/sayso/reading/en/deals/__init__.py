"""Weapons that change hands: who, to whom, what, and how firm it is."""
