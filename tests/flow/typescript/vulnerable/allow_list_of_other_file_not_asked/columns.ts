export enum Column {
  Name = "name",
  Age = "age",
}

export const Direction = {
  Up: "asc",
  Down: "desc",
} as const;
