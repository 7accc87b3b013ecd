"""How the weights in `sayso.weights` were made. Nothing here is needed to read articles."""
