"""One module per kind of rule that a configuration can hold."""
