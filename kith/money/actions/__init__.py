"""What is written of money: rates, runs, who is paid into which account, what waits, questions, and too much paid."""
