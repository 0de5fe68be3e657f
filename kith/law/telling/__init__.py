"""What the council must do, told to people of a family by name."""
