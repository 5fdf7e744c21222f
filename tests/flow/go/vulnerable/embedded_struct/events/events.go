package events

import "example.com/embedded/base"

// Events reads events.
type Events struct {
	base.Repository
}
