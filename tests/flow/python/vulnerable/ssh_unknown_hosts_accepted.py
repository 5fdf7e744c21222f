import asyncssh
import paramiko
from paramiko.client import AutoAddPolicy, WarningPolicy


def connect(client):
    client.set_missing_host_key_policy(paramiko.WarningPolicy())  # expect: tls-verification
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy)  # expect: tls-verification
    client.set_missing_host_key_policy(paramiko.WarningPolicy)  # expect: tls-verification
    client.set_missing_host_key_policy(AutoAddPolicy())  # expect: tls-verification
    client.set_missing_host_key_policy(WarningPolicy())  # expect: tls-verification
    client.set_missing_host_key_policy(AutoAddPolicy)  # expect: tls-verification
    client.set_missing_host_key_policy(WarningPolicy)  # expect: tls-verification


async def create(host):
    return await asyncssh.create_connection(None, host, known_hosts=None)  # expect: tls-verification
