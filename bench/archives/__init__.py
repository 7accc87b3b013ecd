"""An archive of ten thousand articles: two corpora, and sample articles varied."""
