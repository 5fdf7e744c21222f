async def conditions(filters):
    yield "1 = 1"
    for name, value in filters.items():
        yield f"{name} = '{value}'"


async def first(filters):
    return [part async for part in conditions(filters)]
