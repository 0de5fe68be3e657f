"""The pages of workers: the plan, its lines, agreeing, sharing."""
