"""What Sayso knows beforehand: facts with a source, in TOML, with typed loaders beside them."""
