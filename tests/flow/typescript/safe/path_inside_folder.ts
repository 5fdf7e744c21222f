import { Request, Response } from "express";
import * as fs from "fs";
import * as path from "path";

export class Files {
  constructor(private readonly root: string) {}

  private locate(name: string): string | undefined {
    const full = path.resolve(this.root, name);
    return full.startsWith(this.root + path.sep) ? full : undefined;
  }

  show(req: Request, res: Response) {
    const file = this.locate(req.query.name as string);
    if (!file) {
      return res.sendStatus(404);
    }
    fs.createReadStream(file).pipe(res);
  }
}
