package files

import (
	"fmt"
	"net/http"
	"os"
	"strconv"

	"github.com/google/uuid"
)

func invoice(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return
	}
	data, _ := os.ReadFile(fmt.Sprintf("/srv/invoices/%d.pdf", number))
	w.Write(data)
}

func export(w http.ResponseWriter, r *http.Request) {
	id, err := uuid.Parse(r.FormValue("id"))
	if err != nil {
		return
	}
	data, _ := os.ReadFile("/srv/exports/" + id.String() + ".csv")
	w.Write(data)
}
