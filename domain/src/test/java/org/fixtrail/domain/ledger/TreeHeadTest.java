package org.fixtrail.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeHeadTest {
    /** The leaves and roots that Certificate Transparency's own implementations are tested with. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(TreeHead.EMPTY.root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void roots_are_those_of_the_published_vectors() {
        TreeHead tree = TreeHead.EMPTY;
        for (int i = 0; i < LEAVES.size(); i++) {
            tree = tree.append(Sha256.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(tree.root()).hasToString(ROOTS.get(i));
        }
    }

    @Test
    void every_size_up_to_300_has_the_root_of_the_recursive_definition() {
        List<Sha256> leaves = new ArrayList<>();
        TreeHead tree = TreeHead.EMPTY;
        for (int size = 1; size <= 300; size++) {
            Sha256 leaf = Sha256.leaf(Integer.toString(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            leaves.add(leaf);
            tree = tree.append(leaf);
            assertThat(tree.root()).isEqualTo(recursive(leaves));
            assertThat(TreeHead.of(tree.size(), tree.peakBytes())).isEqualTo(tree);
        }
    }

    @Test
    void peaks_that_do_not_fit_the_size_are_refused() {
        assertThatThrownBy(() -> new TreeHead(3, List.of(Sha256.over()))).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 6962, 2.1, to the letter. */
    private static Sha256 recursive(List<Sha256> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Sha256.node(recursive(leaves.subList(0, left)), recursive(leaves.subList(left, leaves.size())));
    }
}
