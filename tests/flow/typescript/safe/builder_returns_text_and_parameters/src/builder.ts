const COLUMNS: Record<string, string> = { brand: "brand", size: "size" };

export function filters(values: Record<string, unknown>) {
  const clauses: string[] = [];
  const parameters: unknown[] = [];
  for (const [key, column] of Object.entries(COLUMNS)) {
    if (key in values) {
      parameters.push(values[key]);
      clauses.push(`${column} = $${parameters.length}`);
    }
  }
  return { text: clauses.join(" AND ") || "TRUE", parameters };
}
