import os


def login(user):
    os.execvp("sh", ["sh", "-c", "su - " + user])  # expect: command-injection
