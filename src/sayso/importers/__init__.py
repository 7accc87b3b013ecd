"""Importers: one file per format, each with ``read(path)`` that gives what a store takes over."""
