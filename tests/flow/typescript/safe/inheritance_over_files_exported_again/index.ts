export { Repository } from "./base";
export * from "./users";
