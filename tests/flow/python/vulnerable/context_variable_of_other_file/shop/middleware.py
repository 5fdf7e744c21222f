from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request

from .context import tenant_var, user_id_var


class TenantMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        token = tenant_var.set(request.headers["x-tenant"])
        user_id_var.set(int(request.headers["x-user"]))
        try:
            return await call_next(request)
        finally:
            tenant_var.reset(token)
