"""The benchmarks of `kith bench`: each figure beside its floor in the same run."""
