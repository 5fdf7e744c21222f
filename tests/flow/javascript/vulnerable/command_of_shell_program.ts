import { spawn } from "node:child_process";

export function pack(folder: string) {
  return spawn("bash", ["-c", `tar c ${folder} | zstd > out.tar.zst`], { stdio: "inherit" }); // expect: command-injection
}
