"""Source text to target text: approved phrases first, then installed packs; never the network."""
