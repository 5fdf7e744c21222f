package crm

import "net/http"

func (s *Server) Customers(w http.ResponseWriter, r *http.Request) {
	rows, err := s.store.Query("SELECT * FROM customers WHERE city = '" + r.FormValue("city") + "'") // expect: sql-injection
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	s.audit(r.FormValue("user"))
}
