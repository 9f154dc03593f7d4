"""When a local would send a reply: business hours of a customer's calendar and zone."""
