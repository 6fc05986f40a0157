"""The only code that loops over articles and checks."""
