"""Asking for help, by anybody; and the one front door that it comes to."""
