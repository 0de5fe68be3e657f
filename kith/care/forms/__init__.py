"""Forms of being looked after. Each field says why it is asked where that is not plain."""
