package remote

import (
	"fmt"

	"golang.org/x/crypto/ssh"
)

func Tail(address string, config *ssh.ClientConfig, log string) ([]byte, error) {
	client, err := ssh.Dial("tcp", address, config)
	if err != nil {
		return nil, err
	}
	session, err := client.NewSession()
	if err != nil {
		return nil, err
	}
	defer session.Close()
	return session.CombinedOutput(fmt.Sprintf("tail -n 100 %s", log)) // expect: command-injection
}
