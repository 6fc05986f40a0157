"""SCH: the record as a row of a table."""
