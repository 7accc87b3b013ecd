"""Event coreference across documents: the gold mentions of ECB+, and the measure."""
