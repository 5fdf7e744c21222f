package install

import (
	"io/ioutil"
	"os"
)

func Save(data []byte) error {
	if err := os.WriteFile("/tmp/report.csv", data, 0o600); err != nil { // expect: insecure-defaults
		return err
	}
	if err := ioutil.WriteFile("/var/tmp/report.csv", data, 0o600); err != nil { // expect: insecure-defaults
		return err
	}
	return ioutil.WriteFile("report.sh", data, 0777) // expect: insecure-defaults
}
