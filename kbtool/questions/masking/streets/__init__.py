"""Streets as countries write them, each form looked for only where a sign of it stands."""
