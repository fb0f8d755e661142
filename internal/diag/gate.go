package diag

// Faults of the gate (公開判定); codes G….
var gateEntries = []Entry{}
