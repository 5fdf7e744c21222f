package app

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"strconv"
)

type contextKey string

type account struct {
	Name  string
	Table string
}

const (
	accountKey contextKey = "account"
	pageKey    contextKey = "page"
	tenantKey  contextKey = "tenant"
)

type store struct{ db *sql.DB }

func (s *store) accountOf(ctx context.Context, token string) (*account, error) {
	var found account
	err := s.db.QueryRowContext(ctx, "SELECT name, tab FROM accounts WHERE token = $1", token).Scan(&found.Name, &found.Table)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	return &found, err
}

func (s *store) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		known, err := s.accountOf(r.Context(), r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "who?", http.StatusUnauthorized)
			return
		}
		page, err := strconv.Atoi(r.FormValue("page"))
		if err != nil {
			page = 1
		}
		ctx := context.WithValue(r.Context(), accountKey, known)
		ctx = context.WithValue(ctx, pageKey, page)
		ctx = context.WithValue(ctx, tenantKey, "public")
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (s *store) list(w http.ResponseWriter, r *http.Request) {
	known := r.Context().Value(accountKey).(*account)
	tenant := r.Context().Value(tenantKey).(string)
	page, _ := r.Context().Value(pageKey).(int)
	rows, err := s.db.Query("SELECT id FROM " + tenant + "." + known.Table + " LIMIT 10 OFFSET " + strconv.Itoa(page*10))
	if err == nil {
		rows.Close()
	}
}
