"""Forms of homes, by what they are about. Each field says why it is asked and who will see it."""
