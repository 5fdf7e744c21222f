import pickle


def _restore(path):
    with open(path, "rb") as handle:
        return pickle.load(handle)


def _restore_handle(handle):
    return pickle.load(handle)
