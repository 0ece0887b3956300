def mark(rows):
    pass
