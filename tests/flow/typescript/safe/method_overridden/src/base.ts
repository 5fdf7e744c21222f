import { Pool } from "pg";

export class Finder {
  constructor(protected readonly store: Pool) {}

  find(text: string) {
    return this.store.query(text);
  }
}
