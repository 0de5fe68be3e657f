"""The council's own times and promises: dated, with reasons, and never in code."""
