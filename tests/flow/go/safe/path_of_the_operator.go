package files

import (
	"flag"
	"os"
	"path/filepath"
)

func Load(folder, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(folder, name))
}

func main() {
	config := flag.String("config", "config.yml", "configuration")
	flag.Parse()
	os.ReadFile(*config)
	os.Open(os.Getenv("DATA"))
	os.Remove(os.Args[1])
}
