"""The sections of a brief in words: each takes a Page and gives a Section, or None where there is none."""
