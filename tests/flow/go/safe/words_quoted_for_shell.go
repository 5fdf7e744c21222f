package web

import (
	"net/http"
	"os/exec"

	"al.essio.dev/pkg/shellescape"
	"github.com/kballard/go-shellquote"
	"mvdan.cc/sh/v3/syntax"
)

func Show(w http.ResponseWriter, r *http.Request) {
	ref := r.FormValue("ref")
	exec.Command("sh", "-c", "git show "+shellescape.Quote(ref)+" | head").Run()
	exec.Command("sh", "-c", shellquote.Join("git", "show", ref)+" | head").Run()
	quoted, err := syntax.Quote(ref, syntax.LangBash)
	if err != nil {
		return
	}
	exec.Command("bash", "-c", "git show "+quoted+" | head").Run()
}
