"""Language knowledge: reads and checks the data files under locales/; must not know requests or engines."""
