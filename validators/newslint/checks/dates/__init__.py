"""DAT: dates that are damaged, or that contradict each other."""
