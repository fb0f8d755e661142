package index

// Worth is what one term says of a record, but for its rarity: impact (see
// Impact), times what its place counts (結論, 判断 above 主張), times its edges:
// how many of the two are a word's (京都 in 京都府 above 東京都). Sixteenths.
func Worth(impact int, c Class, edges int) int {
	return impact * placeWorth[c] * edgeWorth[edges]
}

var (
	edgeWorth  = [3]int{4, 8, 16}
	placeWorth = [6]int{Title: 32, Heading: 22, Finding: 20, Plain: 16, Claim: 13, Aside: 12}
)
