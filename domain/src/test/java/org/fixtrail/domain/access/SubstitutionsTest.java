package org.fixtrail.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {
    private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-08-15T00:00:00Z");
    private static final Instant BEFORE = FROM.minusSeconds(1);

    private static final Actor ANA = person(1);
    private static final Actor BEN = person(2);
    private static final Actor EVA = person(3);

    /** Ben stands in for Ana. */
    private final Substitutions substitutions =
            new Substitutions(List.of(new Substitution(BEN.id(), ANA.id(), FROM, TO)));

    @Test
    void a_substitute_and_the_absent_person_are_one_pair_of_hands_while_it_lasts() {
        assertThat(substitutions.sameHands(ANA, BEFORE, BEN, FROM)).isTrue();
        assertThat(substitutions.sameHands(BEN, FROM, ANA, TO)).isTrue();
        assertThat(substitutions.sameHands(BEN, TO.minusNanos(1), ANA, TO)).isTrue();
    }

    @Test
    void before_and_after_they_are_two() {
        assertThat(substitutions.sameHands(ANA, BEFORE, BEN, BEFORE)).isFalse();
        assertThat(substitutions.sameHands(ANA, FROM, BEN, TO)).isFalse();
    }

    @Test
    void two_substitutes_of_the_same_person_are_one() {
        Substitutions both = new Substitutions(List.of(
                new Substitution(BEN.id(), ANA.id(), FROM, TO), new Substitution(EVA.id(), ANA.id(), FROM, TO)));

        assertThat(both.sameHands(BEN, FROM, EVA, FROM)).isTrue();
        assertThat(both.sameHands(BEN, FROM, EVA, TO)).isFalse();
    }

    @Test
    void others_are_others_and_everybody_is_the_same_as_themselves() {
        assertThat(substitutions.sameHands(EVA, FROM, BEN, FROM)).isFalse();
        assertThat(substitutions.sameHands(BEN, FROM, BEN, TO)).isTrue();
    }

    @Test
    void keys_stand_in_for_nobody() {
        Actor key = new Actor(Actor.Kind.KEY, BEN.id());

        assertThat(substitutions.sameHands(key, FROM, ANA, FROM)).isFalse();
        assertThat(substitutions.sameHands(key, FROM, key, TO)).isTrue();
    }

    @Test
    void nobody_stands_in_for_themselves_or_backwards_in_time() {
        UUID ana = ANA.id();
        assertThatIllegalArgumentException().isThrownBy(() -> new Substitution(ana, ana, FROM, TO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Substitution(ana, BEN.id(), TO, TO));
    }

    private static Actor person(long number) {
        return new Actor(Actor.Kind.PERSON, new UUID(0, number));
    }
}
