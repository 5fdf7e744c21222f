pub fn delete(user: &User, post: Post, store: &mut Store) -> Result<(), Error> {
    if !user.is_admin {
        return Err(Error::Forbidden);
    }
    verify_token(&user.token)?;
    store.remove(post.id);
    Ok(())
}
