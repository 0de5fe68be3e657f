"""A worker's due days outside Kith: a calendar and a morning message. Kinds and days, never whom it is about."""
