"""Through whom the words came: newsrooms, credits, and those who let others speak."""
