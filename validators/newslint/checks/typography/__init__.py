"""TYP: spaces, case and the like, where typing or extraction damaged them."""
