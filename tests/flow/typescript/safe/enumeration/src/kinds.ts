export enum Kind {
  Book = "book",
  Film = "film",
}

export const TABLES: Record<string, string> = { book: "books", film: "films" };
