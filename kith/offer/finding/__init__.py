"""Finding services. Reads the public copy alone; what somebody typed is kept nowhere."""
