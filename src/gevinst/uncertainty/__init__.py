"""Uncertainty: many runs of the model at once, and what they answer."""
