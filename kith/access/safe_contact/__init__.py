"""How and when it is safe to reach somebody: theirs to say and change behind their own door, at once."""
