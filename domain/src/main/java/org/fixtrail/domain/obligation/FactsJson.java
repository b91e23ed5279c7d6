package org.fixtrail.domain.obligation;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.system.OperatorRole;
import org.jspecify.annotations.Nullable;

/** The one text form of {@link Facts}, for the record; codes, not names, so that it outlives renaming. */
final class FactsJson {
    private FactsJson() {}

    static String write(Facts facts) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("answers", codes(facts.answers(), identity()));
        members.put(
                "jurisdictions",
                facts.jurisdictions().stream().map(Jurisdiction::code).toList());
        Jurisdiction home = facts.establishment();
        if (home != null) {
            members.put("establishment", home.code());
        }
        members.put(
                "moments",
                codes(facts.moments(), moment -> Map.of("at", Moments.text(moment.at()), "basis", moment.basis())));
        members.put("markets", codes(facts.markets(), OperatorRole::name));
        return CanonicalJson.write(members);
    }

    static Facts read(String json) {
        Map<String, @Nullable Object> members = JsonText.readObject(json);
        Object home = members.get("establishment");
        Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
        map(members, "answers").forEach((code, yes) -> answers.put(coded(Fact.class, code), (Boolean) yes));
        Map<StartEvent, Moment> moments = new EnumMap<>(StartEvent.class);
        map(members, "moments").forEach((code, moment) -> moments.put(coded(StartEvent.class, code), moment(moment)));
        Map<Jurisdiction, OperatorRole> markets = new EnumMap<>(Jurisdiction.class);
        map(members, "markets")
                .forEach((code, role) ->
                        markets.put(coded(Jurisdiction.class, code), OperatorRole.valueOf(role.toString())));
        return new Facts(
                answers,
                places(members.get("jurisdictions")),
                home == null ? null : coded(Jurisdiction.class, home.toString()),
                moments,
                markets);
    }

    private static <K extends Coded, V, T> Map<String, T> codes(Map<K, V> map, Function<V, T> value) {
        return map.entrySet().stream()
                .collect(toMap(entry -> entry.getKey().code(), entry -> value.apply(entry.getValue())));
    }

    private static Set<Jurisdiction> places(@Nullable Object codes) {
        return ((Collection<?>) requireNonNull(codes))
                .stream()
                        .map(code -> coded(Jurisdiction.class, String.valueOf(code)))
                        .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Moment moment(Object written) {
        Map<String, Object> moment = (Map<String, Object>) written;
        return new Moment(Instant.parse(String.valueOf(moment.get("at"))), String.valueOf(moment.get("basis")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, @Nullable Object> members, String name) {
        return (Map<String, Object>) requireNonNull(members.get(name), name);
    }

    private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + code));
    }
}
