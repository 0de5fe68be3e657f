"""Pages of kinship care: the worker's, the carer's own, and the kinds of care side by side for everybody."""
