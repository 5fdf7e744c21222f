module example.com/gin-app

go 1.22
