package kana

// dropLong is rule 10: the final ー of a kana run falls where three kana or
// more precede it. What it was stays findable by the alt that alts adds.
func (f *folder) dropLong() {
	w := 0
	in := f.out
	for i := 0; i < len(in); {
		if in[i].cls != long {
			in[w] = in[i]
			w++
			i++
			continue
		}
		j := i
		for j < len(in) && in[j].cls == long && in[j].gap&gapBlock == 0 {
			j++
		}
		if j == i {
			j++
		}
		script := class(symbol)
		n := 0
		for k := w - 1; k >= 0; k-- {
			c := in[k].cls
			if c != long {
				if script == symbol {
					script = c
				}
				if c != script || !c.isKana() {
					break
				}
			}
			n++
			if in[k].gap&gapBlock != 0 || n >= 3 && script != symbol {
				break
			}
		}
		final := j == len(in) || in[j].cls != script || in[j].gap&gapBlock != 0
		if script != symbol && script.isKana() && n >= 3 && final && in[i].gap&gapBlock == 0 {
			in[w-1].end = in[j-1].end
			in[w-1].fl |= isChanged | lostLong
		} else {
			for ; i < j; i++ {
				in[w] = in[i]
				w++
			}
		}
		i = j
	}
	f.out = in[:w]
}
