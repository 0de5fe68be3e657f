"""Pages of workers and of coordinators."""
