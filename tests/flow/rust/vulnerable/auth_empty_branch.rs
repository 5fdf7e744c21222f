pub fn delete(user: &User, post: Post, store: &mut Store) {
    if !user.is_admin { // expect: auth-bypass
    }
    store.remove(post.id);
}
