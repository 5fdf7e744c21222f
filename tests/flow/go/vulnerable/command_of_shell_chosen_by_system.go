package build

import (
	"os/exec"
	"runtime"
)

func Build(target string) error {
	shell, flag := "sh", "-c"
	if runtime.GOOS == "windows" {
		shell, flag = "cmd", "/C"
	}
	return exec.Command(shell, flag, "make "+target).Run() // expect: command-injection
}
