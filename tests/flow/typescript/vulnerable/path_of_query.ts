import { Request, Response } from "express";
import fs from "fs";
import path from "path";

export class Files {
  constructor(private readonly root: string) {}

  show(req: Request, res: Response) {
    const file = path.join(this.root, req.query.name as string);
    fs.createReadStream(file).pipe(res); // expect: path-traversal
  }
}

export async function remove(req: Request, res: Response) {
  const { name } = req.body as { name: string };
  await fs.promises.rm(`/srv/files/${name}`); // expect: path-traversal
  res.end();
}
