"""Who calls a codec chooses the data."""

import pickle


class PickleCodec:
    def encode(self, value):
        return pickle.dumps(value)

    def decode(self, value):
        return pickle.loads(value)


def deserialize(data):
    return pickle.loads(data)
