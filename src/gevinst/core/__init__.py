"""The pure calculation core: NumPy arrays in, NumPy arrays out, trusting its input."""
