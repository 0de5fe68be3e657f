"""What leaders see of help for families: figures in which nobody can be known (docs/adr/0157)."""
