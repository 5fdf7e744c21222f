import type { NextApiRequest, NextApiResponse } from "next";
import fs from "fs";
import path from "path";

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const file = path.join(process.cwd(), "posts", `${req.query.slug}.md`);
  res.send(fs.readFileSync(file, "utf8")); // expect: path-traversal
}
