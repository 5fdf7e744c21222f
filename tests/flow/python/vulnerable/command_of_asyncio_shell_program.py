import asyncio


async def compress(name):
    return await asyncio.create_subprocess_exec("bash", "-c", f"gzip -9 {name} && sync")  # expect: command-injection
