"""Checking Sayso by hand: samples of its records, and what coders' verdicts on them come to."""
