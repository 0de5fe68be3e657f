"""For those who keep the directory: what goes stale, what was told, what waits, and each service as a form."""
