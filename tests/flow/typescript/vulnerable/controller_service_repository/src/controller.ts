import { Request, Response } from "express";
import { MemberService } from "./service";

export class MemberController {
  constructor(private readonly service: MemberService) {}

  async list(req: Request, res: Response) {
    res.json(await this.service.inClub(req.params.club));
  }
}
