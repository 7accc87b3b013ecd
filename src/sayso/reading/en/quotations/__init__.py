"""Words between quotation marks, and whose they are."""
