"""The words that families read: found where they are written, kept in catalogues, made ready for use."""
