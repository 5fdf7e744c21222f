import { load } from "./nodes";

export async function loadBelow(parent: string, path: string, depth: number): Promise<unknown[]> {
  return depth === 0 ? [] : load(`${path}/${parent}`, depth);
}
