"""Pure conversion between wire messages and model values; knows no server and no service."""
