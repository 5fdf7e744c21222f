import { Database } from "./database";

export class MemberRepository {
  constructor(private readonly database: Database) {}

  async inClub(club: string) {
    return this.database.select("members", `club = '${club}'`);
  }
}
