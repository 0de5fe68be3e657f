"""Talking on the website: through PostgreSQL alone, on a poor line, with and without scripts, kept only by consent."""
