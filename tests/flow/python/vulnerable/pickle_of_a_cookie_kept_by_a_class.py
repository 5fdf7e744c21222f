import base64
import pickle


class Session:
    def __init__(self, cookie):
        self.cookie = cookie

    def load(self):
        return pickle.loads(base64.b64decode(self.cookie))  # expect: insecure-deserialization


def load(fields: dict):
    return pickle.loads(base64.b64decode(fields.get("state")))  # expect: insecure-deserialization
