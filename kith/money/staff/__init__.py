"""The pages of those who pay. They know people by reference: no name of a carer or child stands on any of them."""
