package crm

import "fmt"

func (s *Server) audit(user string) {
	s.store.Exec(fmt.Sprintf("INSERT INTO audit (user_name) VALUES ('%s')", user)) // expect: sql-injection from crm/customers.go
}
