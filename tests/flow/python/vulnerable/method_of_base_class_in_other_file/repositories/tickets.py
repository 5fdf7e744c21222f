from .base import Repository


class TicketRepository(Repository):
    table = "tickets"

    def assigned_to(self, person):
        return self.where(f"assignee = '{person}'")
