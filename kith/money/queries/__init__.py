"""What is read of money: what is due, what was paid, and what each may see of it."""
