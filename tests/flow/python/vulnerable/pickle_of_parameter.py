import pickle


def deserialize(data):
    return pickle.loads(data)  # expect: insecure-deserialization
