"""Style profiles: how a region answers its customers; reads data, decides nothing about a reply's text."""
