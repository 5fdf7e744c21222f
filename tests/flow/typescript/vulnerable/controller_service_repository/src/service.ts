import { MemberRepository } from "./repository";

export class MemberService {
  constructor(private readonly members: MemberRepository) {}

  async inClub(club: string) {
    return this.members.inClub(club.trim());
  }
}
