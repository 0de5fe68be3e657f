"""What workers do with requests, offers and help."""
