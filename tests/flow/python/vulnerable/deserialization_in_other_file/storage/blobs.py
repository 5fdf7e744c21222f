import base64
import pickle


def unpack(text):
    return pickle.loads(base64.b64decode(text))  # expect: insecure-deserialization from api.py
