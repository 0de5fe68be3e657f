"""Where each item of a return comes from: the page on which it is recorded, or what it is worked out from."""
