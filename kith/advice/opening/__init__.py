"""What is open now and when next: worked out from dated hours, special days and bank holidays, by England's clock."""
