"""What happens, to whom and by whom; standing relations; rules that change."""
