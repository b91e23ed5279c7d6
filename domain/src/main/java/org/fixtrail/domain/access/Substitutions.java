package org.fixtrail.domain.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.ledger.Actor;

/**
 * The substitutions of an organisation, past and present. Whoever stands in for somebody counts as both when two people are
 * asked for: a substitute never makes up the second pair of eyes on what the absent person did, nor the other way round.
 */
public record Substitutions(List<Substitution> all) {
    public static final Substitutions NONE = new Substitutions(List.of());

    public Substitutions {
        all = List.copyOf(all);
    }

    /** Whether one pair of hands may have been at work in both: in one at its moment, in the other at its own. */
    public boolean sameHands(Actor one, Instant atOne, Actor other, Instant atOther) {
        if (!one.isPerson() || !other.isPerson()) {
            return one.equals(other);
        }
        return !Collections.disjoint(behind(one.id(), atOne), behind(other.id(), atOther));
    }

    /** The person, and those for whom the person stands in at the moment. */
    public Set<UUID> behind(UUID person, Instant moment) {
        return Stream.concat(Stream.of(person), absent(person, moment)).collect(toUnmodifiableSet());
    }

    private Stream<UUID> absent(UUID substitute, Instant moment) {
        return all.stream()
                .filter(each -> each.substitute().equals(substitute) && each.isInForceAt(moment))
                .map(Substitution::absent);
    }
}
