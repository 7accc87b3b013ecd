"""Who said what: cues, speakers, contents, and how they are put together."""
