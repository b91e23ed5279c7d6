package org.fixtrail.web.triage;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.obligation.Coded;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.web.api.BadRequest;
import org.jspecify.annotations.Nullable;

/** Answers in the API, by the codes that rule packs use. What is left out is not known; an answer has no reason. */
public record FactsJson(
        @Nullable Map<String, @Nullable Boolean> answers,
        @Nullable List<@Nullable String> jurisdictions,
        @Nullable String establishment,
        @Nullable Map<String, @Nullable MomentJson> moments,
        @Nullable Map<String, @Nullable OperatorRole> markets,
        @Nullable String reason) {

    /** When an event was, and how that is known. */
    public record MomentJson(@Nullable Instant at, @Nullable String basis) {}

    static FactsJson of(Facts facts) {
        Map<String, @Nullable Boolean> answers = new LinkedHashMap<>();
        facts.answers().forEach((fact, yes) -> answers.put(fact.code(), yes));
        Map<String, @Nullable MomentJson> moments = new LinkedHashMap<>();
        facts.moments()
                .forEach((event, moment) -> moments.put(event.code(), new MomentJson(moment.at(), moment.basis())));
        Map<String, @Nullable OperatorRole> markets = new LinkedHashMap<>();
        facts.markets().forEach((place, role) -> markets.put(place.code(), role));
        Jurisdiction home = facts.establishment();
        return new FactsJson(
                answers,
                facts.jurisdictions().stream().map(Jurisdiction::code).toList(),
                home == null ? null : home.code(),
                moments,
                markets,
                null);
    }

    /** @throws BadRequest where a code is not known or a value is missing */
    Facts facts() {
        Map<Fact, Boolean> known = new EnumMap<>(Fact.class);
        requireNonNullElse(answers, Map.<String, @Nullable Boolean>of()).forEach((code, yes) -> {
            if (yes != null) {
                known.put(coded("answers", Fact.class, code), yes);
            }
        });
        Map<StartEvent, Moment> when = new EnumMap<>(StartEvent.class);
        requireNonNullElse(moments, Map.<String, @Nullable MomentJson>of())
                .forEach((code, moment) -> when.put(coded("moments", StartEvent.class, code), moment(code, moment)));
        Map<Jurisdiction, OperatorRole> roles = new EnumMap<>(Jurisdiction.class);
        requireNonNullElse(markets, Map.<String, @Nullable OperatorRole>of()).forEach((code, role) -> {
            if (role != null) {
                roles.put(coded("markets", Jurisdiction.class, code), role);
            }
        });
        Set<Jurisdiction> places = EnumSet.noneOf(Jurisdiction.class);
        requireNonNullElse(jurisdictions, List.<@Nullable String>of())
                .forEach(code -> places.add(coded("jurisdictions", Jurisdiction.class, String.valueOf(code))));
        String home = establishment;
        return new Facts(
                known, places, home == null ? null : coded("establishment", Jurisdiction.class, home), when, roles);
    }

    private static Moment moment(String code, @Nullable MomentJson moment) {
        if (moment == null || moment.at() == null) {
            throw new BadRequest("moments." + code, "needs at, a moment with its offset");
        }
        return new Moment(moment.at(), requireNonNullElse(moment.basis(), ""));
    }

    private static <E extends Enum<E> & Coded> E coded(String field, Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new BadRequest(
                        field,
                        "has a code that is not known; there are "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Coded::code)
                                        .toList()));
    }
}
