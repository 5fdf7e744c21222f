function deleteUser(user, id) {
  if (!user.isAdmin) { // expect: auth-bypass
    // TODO: reject
  }
  return users.remove(id);
}

module.exports = deleteUser;
