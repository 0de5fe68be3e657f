"""Looking through everybody for records that may be one person: in batch, by the worker's login."""
