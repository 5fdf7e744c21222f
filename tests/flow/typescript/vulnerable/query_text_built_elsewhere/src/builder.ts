export function orderedBy(table: string, column: string): string {
  return `SELECT * FROM ${table} ORDER BY ${column}`;
}

export const filter = (column: string, value: string) => `${column} = '${value}'`;
