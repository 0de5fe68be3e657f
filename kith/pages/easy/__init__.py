"""Easy read: the fixed texts in short sentences, one idea a line, each with a drawing of our own."""
