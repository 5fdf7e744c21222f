module example.com/api

go 1.22

require example.com/storage v0.0.0
