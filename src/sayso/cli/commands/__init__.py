"""One file per command: `run` is the command, `EXAMPLES` stands at the end of its help."""
