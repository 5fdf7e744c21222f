export { byTown as peopleByTown } from "./people.js";
export * as places from "./places.js";
