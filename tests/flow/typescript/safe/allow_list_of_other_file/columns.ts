export enum Column {
  Name = "name",
  Age = "age",
}

export const Direction = {
  Up: "asc",
  Down: "desc",
} as const;

export type DirectionText = (typeof Direction)[keyof typeof Direction];

export const TABLES = ["users", "orders"] as const;
