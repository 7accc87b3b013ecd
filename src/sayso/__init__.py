"""Sayso: who said what, and on whose say-so."""
