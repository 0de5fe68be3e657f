"""What a worker says of one due date: why it is late, or what the law itself allows."""
