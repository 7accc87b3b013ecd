"""Who and what is named: people, bodies, places, weapons, and who is who."""
