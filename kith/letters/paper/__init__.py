"""Files of a letter: PDF and docx, from the same parts, with nothing in them but what stands on the paper."""
