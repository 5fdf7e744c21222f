package must

var columns = map[string]bool{"name": true, "size": true}

// BeColumn panics unless there is a column of the name.
func BeColumn(name string) {
	if !columns[name] {
		panic("no such column: " + name)
	}
}
