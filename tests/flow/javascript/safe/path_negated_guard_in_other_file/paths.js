export function containsDotDot(value) {
  return value.split("/").some((part) => part === "..");
}
export const isSafe = (value) => !containsDotDot(value);
