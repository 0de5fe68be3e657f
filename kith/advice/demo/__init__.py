"""An invented charity with invented advisers: for the demonstration, and refused in production."""
