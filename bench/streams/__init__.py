"""Invented articles in any number, with what a reading would have found in them."""
