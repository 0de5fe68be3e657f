"""Capacity, outcomes and what an answer costs: counted, never named."""
