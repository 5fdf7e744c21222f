"""Tests ask and compare for other reasons than to decide."""

import bcrypt
import pickle
import pytest
from werkzeug.security import check_password_hash

DUMMY_HASH = b"$2b$12$C6UzMDM.H6dfI/f/IKcEeO"


class TestPermissions:
    def test_query_count(self, checker, group, django_assert_num_queries):
        with django_assert_num_queries(1):
            checker.has_perm("delete_group", group)
            checker.has_perm("delete_group", group)


def test_api_key(client):
    api_key = client.settings["api_key"]
    assert api_key == "test-api-key-123"


@pytest.mark.parametrize("value", [b"1", b"2"])
def test_round_trip(value):
    assert pickle.loads(pickle.dumps(value)) == value
    assert pickle.loads(value.replace(b"1", b"2"))


def login(user, password, config):
    if user is None:
        # As long as for a user that exists.
        check_password_hash(config["AUTH_DB_FAKE_PASSWORD_HASH_CHECK"], "password")
        bcrypt.checkpw(password, DUMMY_HASH)
        return None
    return user if check_password_hash(user.hash, password) else None
