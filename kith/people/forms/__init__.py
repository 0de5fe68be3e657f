"""Forms for what is recorded of people."""
