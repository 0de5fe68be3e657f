"""The local offers on paper: an offer to print, and a letter by which a family asks for what it can have."""
