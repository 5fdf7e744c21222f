from .session import database_reader
