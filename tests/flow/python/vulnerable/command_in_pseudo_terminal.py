import pty

import pexpect


def shell(user):
    pty.spawn(["/bin/bash", "-c", f"su - {user}"])  # expect: command-injection


def automate(user):
    return pexpect.spawn("/bin/bash", ["-c", f"su - {user} | tee log"])  # expect: command-injection
