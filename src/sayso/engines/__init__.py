"""Engines: what carries articles through the stages. `local` does it on one core, in order."""
