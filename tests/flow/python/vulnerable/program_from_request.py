import asyncio
import os

from aiohttp import web


async def run(request):
    data = await request.json()
    await asyncio.create_subprocess_exec(data["tool"], "--version")  # expect: command-injection
    os.execvp(data["tool"], [data["tool"], "--version"])  # expect: command-injection


def routes(app: web.Application):
    app.router.add_post("/run", run)
