from .queries import account_by_email as find_account

__all__ = ["find_account"]
