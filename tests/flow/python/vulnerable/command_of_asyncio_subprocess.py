from asyncio import subprocess


async def compress(name):
    return await subprocess.create_subprocess_shell(f"gzip -9 {name} && sync")  # expect: command-injection
