import { Pool } from "pg";

export class Gateway {
  protected readonly store = new Pool();
}
