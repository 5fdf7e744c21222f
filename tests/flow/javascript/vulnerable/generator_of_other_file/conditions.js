export function* conditions(query) {
  yield "active";
  if (query.name) {
    yield `name = '${query.name}'`;
  }
}

export async function* pages(stream) {
  for await (const chunk of stream) {
    yield chunk.toString();
  }
}
