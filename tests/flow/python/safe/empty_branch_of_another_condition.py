def sync(items, is_ready):
    if not items:
        pass
    if not is_ready:
        pass
