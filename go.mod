module github.com/toshin-archive/toshin

go 1.26

