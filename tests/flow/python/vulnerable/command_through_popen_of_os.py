import os


def sizes(folder):
    return os.popen("du -s " + folder + "/*").read()  # expect: command-injection
