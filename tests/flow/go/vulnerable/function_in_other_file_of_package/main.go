package main

import "net/http"

func posts(w http.ResponseWriter, r *http.Request) {
	rows, err := postsBy(r.URL.Query().Get("author"))
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}

func main() {
	http.HandleFunc("/posts", posts)
	http.ListenAndServe(":8080", nil)
}
