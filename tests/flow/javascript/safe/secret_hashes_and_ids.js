export const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';
export const userId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const commit = '9fceb02d0ae598e95dc970b74767f19372d61af8';
export const passwordHash = '$2b$10$abcdefghijklmnopqrstuv';
