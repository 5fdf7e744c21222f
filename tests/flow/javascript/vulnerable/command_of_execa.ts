import { execa, execaCommand } from "execa";

export async function pack(folder: string) {
  await execa(`tar c ${folder} | zstd > out.tar.zst`, { shell: true }); // expect: command-injection
  await execa("bash", ["-c", `tar c ${folder} | zstd > out.tar.zst`]); // expect: command-injection
  await execaCommand(`tar c ${folder} | zstd > out.tar.zst`, { shell: true }); // expect: command-injection
}
