"""Homes for many children at once: the best answer that can be proved, beside the greedy one. Advice only."""
