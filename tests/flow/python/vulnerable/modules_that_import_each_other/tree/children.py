from tree import nodes


def load_below(parent, path, depth):
    if depth == 0:
        return []
    return nodes.load(f"{path}/{parent}", depth)
