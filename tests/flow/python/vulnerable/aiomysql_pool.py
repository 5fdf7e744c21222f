import aiomysql
from aiohttp import web


async def handler(request):
    name = request.query.get("name")
    async with request.app["pool"].acquire() as conn:
        async with conn.cursor() as cur:
            await cur.execute("SELECT id FROM city WHERE name = '%s'" % name)  # expect: sql-injection
            return web.json_response(await cur.fetchall())
