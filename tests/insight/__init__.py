"""What leaders see of help."""
