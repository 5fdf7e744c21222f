module example.com/predicate

go 1.22
