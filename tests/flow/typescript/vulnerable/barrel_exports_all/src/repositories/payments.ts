export const currencies = ["EUR", "USD"];
