"""What an article's title says that somebody said."""
