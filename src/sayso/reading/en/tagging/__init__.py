"""Warnings in words that no book holds: what weights take for a condition, an answer and who warns."""
