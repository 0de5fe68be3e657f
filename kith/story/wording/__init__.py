"""The list of words that hurt, as the council has it: read by all staff, changed by whoever may."""
