"""Conditions and what is threatened: the words of red lines."""
