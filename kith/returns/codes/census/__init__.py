"""The form that the CIN census has in a collection year: which elements, in which order, with which values."""
