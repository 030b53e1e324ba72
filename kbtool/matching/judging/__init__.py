"""How sure we are that articles answer a question or a whole group."""
