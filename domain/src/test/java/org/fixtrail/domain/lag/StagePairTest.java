package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagePairTest {
    @Test
    void pairs_go_forward_along_the_line_or_from_detection_to_containment() {
        long allowed = Arrays.stream(Stage.values())
                .flatMap(from -> Arrays.stream(Stage.values()).filter(to -> allowed(from, to)))
                .count();
        assertThat(allowed).isEqualTo(10 * 9 / 2 + 1);
    }

    private static boolean allowed(Stage from, Stage to) {
        try {
            StagePair pair = new StagePair(from, to);
            assertThat(StagePair.parse(pair.toString())).isEqualTo(pair);
            assertThat(pair.isRightTruncated()).isEqualTo(from == Stage.EMERGED);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void a_pair_is_written_with_a_hyphen() {
        assertThat(StagePair.ADAPTATION).hasToString("DETECTED-DEPLOYED");
        assertThat(StagePair.parse("DETECTED-CONTAINED")).isEqualTo(StagePair.CONTAINMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "DETECTED",
                "DETECTED-",
                "DEPLOYED-DETECTED",
                "detected-deployed",
                "A-B",
                "DETECTED-DEPLOYED-"
            })
    void other_spellings_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StagePair.parse(text));
    }
}
