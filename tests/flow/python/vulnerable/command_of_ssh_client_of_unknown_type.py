def tail(ssh, log):
    _, out, _ = ssh.exec_command(f"tail -n 100 {log}")  # expect: command-injection
    return out.read()
