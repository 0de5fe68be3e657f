"""Who gets which help: published rules as versioned data, and a pure engine. The same facts, the same tier."""
