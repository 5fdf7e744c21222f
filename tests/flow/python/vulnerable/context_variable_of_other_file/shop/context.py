from contextvars import ContextVar

tenant_var: ContextVar[str] = ContextVar("tenant", default="public")
user_id_var: ContextVar[int] = ContextVar("user_id")


def get_tenant() -> str:
    return tenant_var.get()


def set_tenant(value: str) -> None:
    tenant_var.set(value)
