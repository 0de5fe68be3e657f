"""Letters and documents that leave: filled from the record, looked through, frozen as they went."""
