package org.fixtrail.domain.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose addressee it is, and with it zone and holidays.
 *
 * @param scope how the place is found
 * @param place the one place; null unless the scope is {@link Scope#FIXED}
 */
public record Where(Scope scope, @Nullable Jurisdiction place) {
    public static final Where INCIDENT = new Where(Scope.INCIDENT, null);
    public static final Where ESTABLISHMENT = new Where(Scope.ESTABLISHMENT, null);

    /** How a place is found. */
    public enum Scope {
        /** Each member state in which it happened: one clock for each. */
        INCIDENT,
        /** The member state in which the organisation is established. */
        ESTABLISHMENT,
        FIXED
    }

    public static Where fixed(Jurisdiction place) {
        return new Where(Scope.FIXED, place);
    }

    /** As rule packs write it: {@code incident}, {@code establishment}, or a jurisdiction's code. */
    public static Optional<Where> of(String code) {
        return switch (code) {
            case "incident" -> Optional.of(INCIDENT);
            case "establishment" -> Optional.of(ESTABLISHMENT);
            default -> Coded.find(Jurisdiction.class, code).map(Where::fixed);
        };
    }

    /**
     * The places for these facts. Where nobody has said where the organisation is established, the states of the incident
     * stand in; null stands for a place that nobody knows.
     */
    List<@Nullable Jurisdiction> places(Facts facts) {
        if (place != null) {
            return List.of(place);
        }
        Jurisdiction home = facts.establishment();
        if (scope == Scope.ESTABLISHMENT && home != null) {
            return List.of(home);
        }
        List<@Nullable Jurisdiction> states = new ArrayList<>(facts.jurisdictions().stream()
                .filter(Jurisdiction::isMemberState)
                .toList());
        if (states.isEmpty()) {
            states.add(null);
        }
        return scope == Scope.ESTABLISHMENT ? states.subList(0, 1) : states;
    }
}
