"""Ready for the door: last visit, what I promised, what not to say."""
