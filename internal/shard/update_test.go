package shard

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// invented is a record of some of a council's words.
func invented(r *rand.Rand, id, longest int) *record.Record {
	words := strings.Fields("見晴市 個人情報 保護条例 防犯カメラ 設置 の を について 図書館 利用者 情報 外部提供 サーバー 第12条 ３０日 審議会 委員 答申 住民基本台帳 と は 妥当 である 。 、 ＡＢＣ １ a")
	var text strings.Builder
	for range 10 + r.IntN(longest) {
		text.WriteString(words[min(r.IntN(len(words)), r.IntN(len(words)))])
	}
	x := made(id, text.String())
	x.Date = fmt.Sprintf("20%02d-04-01", r.IntN(20))
	return x
}

// exporter exports an index that it keeps in step with records.
type exporter struct {
	t   *testing.T
	dir string
}

func (x exporter) index(rs map[int]*record.Record) {
	if _, err := index.Update(context.Background(), filepath.Join(x.dir, "index"), kana.Default(), "", slices.Collect(maps.Values(rs))); err != nil {
		x.t.Fatal(err)
	}
}

// files exports and reads all files, kept or not.
func (x exporter) files(keep bool) map[string]string {
	x.t.Helper()
	ix, out := filepath.Join(x.dir, "index"), filepath.Join(x.dir, "kept")
	var err error
	if keep {
		_, err = Update(context.Background(), Keep{Dir: filepath.Join(x.dir, "keep")}, ix, out, kana.Default(), nil)
	} else {
		out = filepath.Join(x.dir, "anew")
		if err = os.RemoveAll(out); err == nil {
			_, err = Export(context.Background(), ix, out, kana.Default(), nil)
		}
	}
	if err != nil {
		x.t.Fatal(err)
	}
	return read(x.t, out)
}

// read reads all files of a folder.
func read(t *testing.T, out string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(out, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		m[strings.TrimPrefix(p, out)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (x exporter) compare(what string) {
	x.t.Helper()
	kept, anew := x.files(true), x.files(false)
	for name, b := range anew {
		if kept[name] != b {
			x.t.Errorf("%s: %s differs", what, name)
		}
	}
	if len(kept) != len(anew) {
		x.t.Fatalf("%s: %d files, %d anew", what, len(kept), len(anew))
	}
}

// Whatever is added, changed and withdrawn, the files are those of an export of all.
func TestUpdateAsAnew(t *testing.T) {
	for seed := range uint64(2) {
		r := rand.New(rand.NewPCG(seed, 1))
		x, rs := exporter{t, t.TempDir()}, map[int]*record.Record{}
		for i := range 120 + r.IntN(30) {
			rs[i] = invented(r, i, 60)
		}
		x.index(rs)
		x.compare("first")
		for step := range 6 {
			var did []string
			for range 1 + r.IntN(3) {
				id := r.IntN(200)
				if rs[id] != nil && r.IntN(2) == 0 {
					did = append(did, fmt.Sprint("remove ", id))
					delete(rs, id)
					continue
				}
				did = append(did, fmt.Sprint("put ", id))
				rs[id] = invented(r, id, 60)
			}
			x.index(rs)
			x.compare(fmt.Sprintf("seed %d, step %d: %s", seed, step, strings.Join(did, ", ")))
		}
	}
}

// An export of what has not changed writes the manifest alone.
func TestUnchangedWritesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	x, rs := exporter{t, t.TempDir()}, map[int]*record.Record{}
	for i := range 20 {
		rs[i] = invented(r, i, 60)
	}
	x.index(rs)
	names := x.files(true)
	for name := range names {
		if err := os.Chtimes(filepath.Join(x.dir, "kept", name), time.Time{}, time.Unix(1, 0)); err != nil {
			t.Fatal(err)
		}
	}
	x.files(true)
	for name := range names {
		if i, err := os.Stat(filepath.Join(x.dir, "kept", name)); err != nil || (i.ModTime().Unix() == 1) == (name == "/manifest.json") {
			t.Errorf("%s: %v, written %v", name, err, i.ModTime())
		}
	}
}

// What is kept may be lost, of another time or damaged; and so may files.
func TestDamagedState(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	x, rs := exporter{t, t.TempDir()}, map[int]*record.Record{}
	for i := range 40 {
		rs[i] = invented(r, i, 300)
	}
	damage := map[string]func(name string) error{
		"lost": os.RemoveAll,
		"cut":  func(name string) error { return os.Truncate(name, 100) },
		"flipped": func(name string) error {
			b, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			b[len(b)/2] ^= 1
			return os.WriteFile(name, b, 0o644)
		},
	}
	x.index(rs)
	x.files(true)
	for _, how := range slices.Sorted(maps.Keys(damage)) {
		for _, file := range []string{"keep/" + stateFile, "keep/" + rowsFile, "keep/" + cardsFile} {
			if err := damage[how](filepath.Join(x.dir, file)); err != nil {
				t.Fatal(err)
			}
			rs[3] = invented(r, 3, 300)
			x.index(rs)
			x.compare(how + " " + file)
		}
		if how == "flipped" {
			continue // files that are whole by their size are believed
		}
		for _, name := range slices.Sorted(maps.Keys(x.files(true)))[:3] {
			if err := damage[how](filepath.Join(x.dir, "kept", name)); err != nil {
				t.Fatal(err)
			}
		}
		x.compare(how + " files")
	}
}

// The files are the same for any number of workers and runs.
func TestWorkersAndRuns(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	x, rs := exporter{t, t.TempDir()}, map[int]*record.Record{}
	for i := range 2*perFolder + 30 {
		rs[i] = invented(r, i, 40)
	}
	x.index(rs)
	want := x.files(false)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, workers := range []int{1, 3} {
		runtime.GOMAXPROCS(workers)
		out := filepath.Join(x.dir, fmt.Sprint(workers))
		k := Keep{Dir: filepath.Join(x.dir, "k", fmt.Sprint(workers)), batchBytes: 1}
		if _, err := Update(context.Background(), k, filepath.Join(x.dir, "index"), out, kana.Default(), nil); err != nil {
			t.Fatal(err)
		}
		if got := read(t, out); !maps.Equal(got, want) {
			t.Errorf("%d workers: %d files, not the same as %d", workers, len(got), len(want))
		}
	}
}

func joined(ls ...*list) *list {
	j := &joiner{}
	j.begin(len(ls))
	for i, l := range ls {
		j.sides[i].list = *l
	}
	return j.join()
}

func spelt(contexts ...string) (bs [][]byte) {
	for _, c := range contexts {
		bs = append(bs, []byte(c))
	}
	return bs
}

// Rows of several runs are joined in order of the records.
func TestJoin(t *testing.T) {
	a := &list{posts: []posting{{n: 1}, {n: 4}, {n: 9}}, contexts: spelt("x", "y")}
	a.stands(0, 1, true)
	a.stands(0, 20, false)
	a.stands(1, 1, true)
	a.stands(1, 2, true)
	b := &list{posts: []posting{{n: 2}, {n: 5}}, contexts: spelt("z", "y")}
	b.stands(0, 3, true)
	b.stands(1, 4, true)
	var r row
	r.set("t", joined(a, b))
	got := &list{}
	r.read(got)
	want := &list{posts: []posting{{n: 1, ways: 1}, {n: 2, ways: 1}, {n: 4, ways: 1}, {n: 5, ways: 1}, {n: 9, ways: 1}}, contexts: spelt("x", "z", "y")}
	want.stands(0, 1, true)
	want.stands(1, 3, true)
	want.stands(0, 20, false)
	want.stands(2, 1, true)
	want.stands(2, 4, true)
	want.stands(2, 2, true)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for i, to := range []int32{0, 1, gone, 3, gone} { // of 1, 2, 4, 5 and 9
		got.posts[i].n = to
	}
	left := joined(got)
	if len(left.posts) != 3 || left.posts[2].n != 3 || !reflect.DeepEqual(left.contexts, spelt("x", "z", "y")) || len(left.around) != 3 {
		t.Errorf("%+v", left)
	}
}
