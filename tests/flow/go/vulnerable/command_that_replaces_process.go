package run

import (
	"os"
	"syscall"
)

func Login(user string) error {
	return syscall.Exec("/bin/sh", []string{"sh", "-c", "su - " + user}, os.Environ()) // expect: command-injection
}
