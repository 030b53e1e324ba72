"""What a report says, as plain data that every format makes its own text or picture of."""
