package web

import (
	"net/http"
	"os"
	"os/exec"
)

func Version(w http.ResponseWriter, r *http.Request) {
	out, _ := exec.CommandContext(r.Context(), r.FormValue("tool"), "--version").Output() // expect: command-injection
	w.Write(out)
	os.StartProcess(r.FormValue("tool"), nil, nil) // expect: command-injection
}
