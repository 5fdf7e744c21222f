export function select(id) {
  const pool = document.getElementById('pool');
  return pool.querySelector(`#row-${id}`);
}
