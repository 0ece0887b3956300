"""What ``train_regions.py`` learns from: groups of lines that hold a table, and groups that hold none."""
