"""Benchmarks of thresholds that kbtool sets itself: what each is worth beside others and none."""
