"""Who is kept apart from a person, what they were already given, and taking it back."""
