"""A replay of the live sources' sites on loopback, and a stage on which sources run against it."""
