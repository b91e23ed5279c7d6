package org.fixtrail.domain.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of a Merkle tree as in RFC 6962, 2.1: its size and the roots of its perfect subtrees, largest first. That is
 * all that appending needs, 32 bytes for each one-bit of the size.
 *
 * @param size leaves in the tree, 0 or more
 * @param peaks roots of the perfect subtrees, one for each one-bit of {@code size}, largest first
 */
public record TreeHead(long size, List<Sha256> peaks) {
    public static final TreeHead EMPTY = new TreeHead(0, List.of());

    public TreeHead {
        peaks = List.copyOf(peaks);
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(peaks.size() + " peaks do not fit a tree of " + size);
        }
    }

    /** Reads {@link #peakBytes}. */
    public static TreeHead of(long size, byte[] peakBytes) {
        List<Sha256> peaks = new ArrayList<>();
        for (int from = 0; from < peakBytes.length; from += Sha256.LENGTH) {
            byte[] peak = new byte[Sha256.LENGTH];
            System.arraycopy(peakBytes, from, peak, 0, Sha256.LENGTH);
            peaks.add(Sha256.of(peak));
        }
        return new TreeHead(size, peaks);
    }

    public TreeHead append(Sha256 leaf) {
        List<Sha256> next = new ArrayList<>(peaks);
        Sha256 carried = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            carried = Sha256.node(next.remove(next.size() - 1), carried);
        }
        next.add(carried);
        return new TreeHead(size + 1, next);
    }

    /** The root hash; that of the empty tree is the hash of nothing. */
    public Sha256 root() {
        if (peaks.isEmpty()) {
            return Sha256.over();
        }
        Sha256 root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Sha256.node(peaks.get(i), root);
        }
        return root;
    }

    /** The peaks one after the other, for storage. */
    public byte[] peakBytes() {
        byte[] all = new byte[peaks.size() * Sha256.LENGTH];
        for (int i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i).bytes(), 0, all, i * Sha256.LENGTH, Sha256.LENGTH);
        }
        return all;
    }
}
