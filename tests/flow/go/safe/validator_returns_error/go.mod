module example.com/validator

go 1.22
