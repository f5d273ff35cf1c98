// Verifies a log with golang.org/x/mod/sumdb, which knows nothing of us:
//
//	verify FOLDER VKEY OLDER-CHECKPOINT PROOF INDEX
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func head(text []byte, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	check(err)
	signed, err := note.Open(text, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

// tiles reads c2sp.org/tlog-tiles, whose paths lack the tile height that sumdb has in them.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func entry(folder string, index, size int64) []byte {
	tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: 256}
	if rest := size - tile.N*256; rest < 256 {
		tile.W = int(rest)
	}
	path := "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/data/")
	data, err := os.ReadFile(filepath.Join(folder, path))
	check(err)
	for place := index % 256; place > 0; place-- {
		data = data[2+int(data[0])<<8+int(data[1]):]
	}
	return data[2 : 2+int(data[0])<<8+int(data[1])]
}

func main() {
	folder, vkey := os.Args[1], os.Args[2]
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	check(err)
	tree := head(text, vkey)
	reader := tlog.TileHashReader(tree, tiles{folder})
	for index := int64(0); index < tree.N; index++ {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		check(err)
		if hashes[0] != tlog.RecordHash(entry(folder, index, tree.N)) {
			fmt.Fprintln(os.Stderr, "entry", index, "is not what its hash says")
			os.Exit(1)
		}
	}
	text, err = os.ReadFile(os.Args[3])
	check(err)
	older := head(text, vkey)
	consistent, err := tlog.ProveTree(tree.N, older.N, reader)
	check(err)
	check(tlog.CheckTree(consistent, tree.N, tree.Hash, older.N, older.Hash))

	text, err = os.ReadFile(os.Args[4])
	check(err)
	parts := bytes.SplitN(text, []byte("\n\n"), 2)
	proved := head(parts[1], vkey)
	var proof tlog.RecordProof
	index := int64(-1)
	for _, line := range strings.Split(string(parts[0]), "\n") {
		switch {
		case strings.HasPrefix(line, "index "):
			index, err = strconv.ParseInt(line[6:], 10, 64)
			check(err)
		case index >= 0:
			hash, err := base64.StdEncoding.DecodeString(line)
			check(err)
			var one tlog.Hash
			copy(one[:], hash)
			proof = append(proof, one)
		}
	}
	leaf := tlog.RecordHash(entry(folder, index, tree.N))
	check(tlog.CheckRecord(proof, proved.N, proved.Hash, index, leaf))
	fmt.Println("verified", tree.N, "entries")
}
