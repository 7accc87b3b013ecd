"""Invented news whose publication tree is known, to hold Sayso's numbers against."""
