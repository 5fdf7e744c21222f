import { Repository } from "./base";

export class UserRepository extends Repository {
  protected readonly table = "users";

  search(name: string) {
    return this.pool.query(`SELECT * FROM users WHERE ${this.clause(name)}`); // expect: sql-injection from app.ts
  }
}
