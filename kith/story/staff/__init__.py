"""The staff's door to the story."""
