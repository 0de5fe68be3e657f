"""Papers made from the record: what each section of one may take, and how it is laid out once it is picked."""
