"""The public's own pages: finding a service, saying what is wrong, asking to be put in, saying that it is still right."""
