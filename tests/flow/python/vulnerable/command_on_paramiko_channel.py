import paramiko


def tail(client: paramiko.SSHClient, log):
    shell = client.get_transport().open_session()
    shell.exec_command(f"tail -n 100 {log}")  # expect: command-injection
    return shell.recv(4096)
