import { escapeIdentifier } from "pg";

export const quoted = (name: string) => escapeIdentifier(name);
