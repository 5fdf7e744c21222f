import aiohttp


async def of_the_library(url):
    async with aiohttp.ClientSession() as client:
        await client.get(url, ssl=False)  # expect: tls-verification
        await client.post(url, ssl=False)  # expect: tls-verification
        await client.put(url, ssl=False)  # expect: tls-verification
        await client.patch(url, ssl=False)  # expect: tls-verification
        await client.delete(url, ssl=False)  # expect: tls-verification
        await client.head(url, ssl=False)  # expect: tls-verification
        await client.options(url, ssl=False)  # expect: tls-verification
        await client.ws_connect(url, ssl=False)  # expect: tls-verification
        await client.request("GET", url, ssl=False)  # expect: tls-verification


async def of_some_session(session, url):
    await session.get(url, ssl=False)  # expect: tls-verification
    await session.post(url, ssl=False)  # expect: tls-verification
    await session.put(url, ssl=False)  # expect: tls-verification
    await session.patch(url, ssl=False)  # expect: tls-verification
    await session.delete(url, ssl=False)  # expect: tls-verification
    await session.head(url, ssl=False)  # expect: tls-verification
    await session.options(url, ssl=False)  # expect: tls-verification
    await session.ws_connect(url, ssl=False)  # expect: tls-verification
    await session.request("GET", url, ssl=False)  # expect: tls-verification
    await session.get(url, verify_ssl=False)  # expect: tls-verification
    await session.post(url, verify_ssl=False)  # expect: tls-verification
    await session.put(url, verify_ssl=False)  # expect: tls-verification
    await session.patch(url, verify_ssl=False)  # expect: tls-verification
    await session.delete(url, verify_ssl=False)  # expect: tls-verification
    await session.head(url, verify_ssl=False)  # expect: tls-verification
    await session.options(url, verify_ssl=False)  # expect: tls-verification
    await session.request("GET", url, verify_ssl=False)  # expect: tls-verification


class Client:
    async def fetch(self, url):
        await self._session.get(url, ssl=False)  # expect: tls-verification
        await self._session.get(url, verify_ssl=False)  # expect: tls-verification


async def once(url):
    async with aiohttp.request("GET", url, ssl=False) as response:  # expect: tls-verification
        return await response.text()


connector = aiohttp.TCPConnector(ssl=False)  # expect: tls-verification
