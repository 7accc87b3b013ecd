"""What Sayso learned: weights, each with its card (data, licence, settings, figures) beside it."""
