import { spawn, execFileSync } from "node:child_process";

export function show(ref: string) {
  spawn(`/opt/${ref}/bin/show`, [ref], { shell: false });
  spawn("bash", ["build.sh", ref]);
  return execFileSync("git", ["show", ref]);
}
