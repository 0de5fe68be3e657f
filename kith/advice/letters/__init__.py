"""Letters that a reader fills in: in the browser alone, for nothing of what is typed ever leaves the page."""
