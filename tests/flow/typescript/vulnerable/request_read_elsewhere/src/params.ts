import { Request } from "express";

export function searchTerm(req: Request): string {
  return String(req.query.q ?? "").trim();
}
