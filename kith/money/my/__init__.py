"""The carer's own door to their money."""
