import asyncssh


async def uptime(host, name):
    async with asyncssh.connect(host) as connection:
        result = await connection.run(f"pgrep -f {name}")  # expect: command-injection
        return result.stdout
