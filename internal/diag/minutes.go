package diag

// Faults of parsing minutes (会議録); codes P1….
var minutesEntries = []Entry{}
