import random

import numpy


def tokens(store):
    store.token = random.random()  # expect: weak-random
    store.secret = random.randint(0, 10**9)  # expect: weak-random
    store.password = random.choice("abc")  # expect: weak-random
    store.nonce = random.choices("abc", k=8)  # expect: weak-random
    store.salt = random.sample("abcdef", 4)  # expect: weak-random
    store.otp = random.uniform(0, 1)  # expect: weak-random
    store["api_key"] = random.getrandbits(64)  # expect: weak-random
    store.session_id = random.randrange(10**9)  # expect: weak-random
    store.csrf_token = random.randbytes(8)  # expect: weak-random


def of_a_generator(store):
    generator = random.Random(7)
    store.token = generator.random()  # expect: weak-random
    store.secret = generator.randint(0, 10**9)  # expect: weak-random
    store.password = generator.choice("abc")  # expect: weak-random
    store.nonce = generator.choices("abc", k=8)  # expect: weak-random
    store.salt = generator.sample("abcdef", 4)  # expect: weak-random
    store.otp = generator.uniform(0, 1)  # expect: weak-random
    store.api_key = generator.getrandbits(64)  # expect: weak-random
    store.session_id = generator.randrange(10**9)  # expect: weak-random
    store.csrf_token = generator.randbytes(8)  # expect: weak-random


def of_numpy(store):
    store.token = numpy.random.randint(10**9)  # expect: weak-random
    store.secret = numpy.random.choice(10)  # expect: weak-random
    store.otp = numpy.random.rand()  # expect: weak-random
    store.nonce = numpy.random.random()  # expect: weak-random
    store.salt = numpy.random.random_integers(10)  # expect: weak-random
