import _pickle
import io
import pickle
import shelve

import cloudpickle
import cPickle
import dill
import joblib
import pandas
from flask import request


def loaded():
    _pickle.loads(request.data)  # expect: insecure-deserialization
    cPickle.loads(request.data)  # expect: insecure-deserialization
    cloudpickle.loads(request.data)  # expect: insecure-deserialization
    pickle.load(io.BytesIO(request.data))  # expect: insecure-deserialization


def files():
    name = request.args["name"]
    shelve.open(name)  # expect: insecure-deserialization
    joblib.load(name)  # expect: insecure-deserialization
    pandas.read_pickle(name)  # expect: insecure-deserialization
    dill.load(request.files["model"])  # expect: insecure-deserialization
    cloudpickle.load(request.files["model"])  # expect: insecure-deserialization
