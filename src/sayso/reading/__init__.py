"""Reading: sentences, names, times and attributions of one article."""
