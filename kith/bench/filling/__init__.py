"""Fills a scratch database, set by set inside PostgreSQL, the same for the same seed."""
