"""The same letter by letterkit and by others: `python -m benchmarks.peers`."""
