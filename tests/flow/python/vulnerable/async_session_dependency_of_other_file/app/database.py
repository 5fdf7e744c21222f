from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

engine = create_async_engine("postgresql+asyncpg://localhost/app")
factory = async_sessionmaker(engine)


async def get_session():
    async with factory() as session:
        yield session
