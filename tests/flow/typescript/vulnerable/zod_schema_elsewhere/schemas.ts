import { z } from "zod";

export const taskQuery = z.object({
  project: z.coerce.number().int(),
  sort: z.enum(["name", "created_at"]),
  text: z.string(),
});

export type TaskQuery = z.infer<typeof taskQuery>;
