def link(rows): pass
