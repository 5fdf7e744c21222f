import random
import secrets
import time

API_KEYS = ["a", "b"]


def colours(n):
    return [random.choice(["red", "blue"]) for _ in range(n)]


def retry(token):
    time.sleep(random.random())
    return token


def one_of_many():
    api_key = random.choice(API_KEYS)
    passwords = []
    password = random.choice(passwords)
    return api_key, password


def strong_token(letters):
    return "".join(secrets.choice(letters) for _ in range(32)), random.SystemRandom().choice(letters)


def decided(one, other):
    token = one if random.random() < 0.5 else other
    secret = one if random.choice([True, False]) else other
    return token, secret


def language_model(vocabulary):
    next_token = random.choice(vocabulary)
    return next_token


def beside(settings, token):
    settings["jitter"] = random.random()
    settings["token"] = token
    return settings
