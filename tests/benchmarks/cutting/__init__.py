"""The steps by which ``train_tables.py`` learns to cut flattened tables."""
