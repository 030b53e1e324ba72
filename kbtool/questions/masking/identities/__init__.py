"""Numbers that states give people: how they look by part of the world, and what checks them."""
