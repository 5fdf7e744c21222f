from fabric import Connection


def deploy(host, branch):
    connection = Connection(host)
    connection.run(f"cd /srv/app && git checkout {branch}")  # expect: command-injection
    connection.sudo("systemctl restart app")
