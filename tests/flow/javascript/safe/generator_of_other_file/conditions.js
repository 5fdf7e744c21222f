export function* conditions(query) {
  yield "active";
  if (query.name) {
    yield "name = $1";
  }
}
