package search

// Criteria says what is searched.
type Criteria struct {
	Term  string
	Limit int
}
