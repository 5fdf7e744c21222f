def choose(value, items):
    if value not in items:
        raise ValueError(f"Please select a value from the list: {value}")
    print(f"Select {value} from the menu and update your settings")
    return f"Delete {value} from disk?"
