package org.fixtrail.domain.obligation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fixtrail.domain.system.OperatorRole;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure, or of an AI system or organisation, with regard to the rules. What nobody answered is missing,
 * which is neither yes nor no.
 *
 * @param answers of facts that people are asked about
 * @param jurisdictions where it happened or had effects; empty if nobody has said
 * @param establishment the member state of the organisation's establishment; null if nobody has said
 * @param moments when the events were that start clocks
 * @param markets what the organisation is in a state, where that differs from its role in general
 */
public record Facts(
        Map<Fact, Boolean> answers,
        Set<Jurisdiction> jurisdictions,
        @Nullable Jurisdiction establishment,
        Map<StartEvent, Moment> moments,
        Map<Jurisdiction, OperatorRole> markets) {
    public static final Facts NONE = new Facts(Map.of(), Set.of(), null, Map.of(), Map.of());

    private static final Duration CLASSIFIED_LATE = Duration.ofHours(24);

    public Facts {
        answers = ordered(Fact.class, answers);
        EnumSet<Jurisdiction> places = EnumSet.noneOf(Jurisdiction.class);
        places.addAll(jurisdictions);
        jurisdictions = Collections.unmodifiableSet(places);
        moments = ordered(StartEvent.class, moments);
        markets = ordered(Jurisdiction.class, markets);
    }

    /** These facts, and those beneath where these say nothing. */
    public Facts over(Facts beneath) {
        return new Facts(
                over(Fact.class, answers, beneath.answers),
                jurisdictions.isEmpty() ? beneath.jurisdictions : jurisdictions,
                establishment == null ? beneath.establishment : establishment,
                over(StartEvent.class, moments, beneath.moments),
                over(Jurisdiction.class, markets, beneath.markets));
    }

    /**
     * Whether it is the case; empty if nobody knows.
     *
     * @param place for which the organisation's role is looked at; null for its role in general
     */
    public Optional<Boolean> is(Fact fact, @Nullable Jurisdiction place) {
        return switch (fact) {
            case PROVIDER -> role(place, OperatorRole.DEPLOYER).or(() -> answer(fact));
            case DEPLOYER -> role(place, OperatorRole.PROVIDER).or(() -> answer(fact));
            case UNION -> somewhere(Jurisdiction::isMemberState);
            case CALIFORNIA -> somewhere(where -> where == Jurisdiction.US_CA);
            case NEW_YORK -> somewhere(where -> where == Jurisdiction.US_NY);
            case ILLINOIS -> somewhere(where -> where == Jurisdiction.US_IL);
            case COLORADO -> somewhere(where -> where == Jurisdiction.US_CO);
            case REPORTS_UNDER_73 ->
                or(is(Fact.PROVIDER, place), and(is(Fact.DEPLOYER, place), is(Fact.PROVIDER_UNREACHABLE, place)));
            case REPORTED_ELSEWHERE ->
                and(
                        or(is(Fact.EQUIVALENT_REPORTING, place), is(Fact.MEDICAL_DEVICE, place)),
                        is(Fact.FUNDAMENTAL_RIGHTS, place).map(yes -> !yes));
            case CLASSIFIED_AFTER_24H -> classifiedLate();
            default -> answer(fact);
        };
    }

    /** When the event was that starts a clock, or the awareness that stands for it. */
    public Optional<Moment> at(StartEvent event) {
        return Optional.ofNullable(moments.get(event)).or(() -> event.standIn().flatMap(this::at));
    }

    /** The one text form, for the record. */
    public String text() {
        return FactsJson.write(this);
    }

    /** Reads what {@link #text} wrote. */
    public static Facts parse(String text) {
        return FactsJson.read(text);
    }

    private Optional<Boolean> answer(Fact fact) {
        return Optional.ofNullable(answers.get(fact));
    }

    /** Whether the role in this market is any but the other one. */
    private Optional<Boolean> role(@Nullable Jurisdiction place, OperatorRole other) {
        return Optional.ofNullable(place).map(markets::get).map(role -> role != other);
    }

    private Optional<Boolean> somewhere(Predicate<Jurisdiction> where) {
        return jurisdictions.isEmpty()
                ? Optional.empty()
                : Optional.of(jurisdictions.stream().anyMatch(where));
    }

    private Optional<Boolean> classifiedLate() {
        Optional<Instant> classified = at(StartEvent.CLASSIFIED_MAJOR).map(Moment::at);
        Optional<Instant> aware = at(StartEvent.AWARE).map(Moment::at);
        return classified.flatMap(late -> aware.map(early -> late.isAfter(early.plus(CLASSIFIED_LATE))));
    }

    private static Optional<Boolean> and(Optional<Boolean> one, Optional<Boolean> other) {
        boolean no =
                one.filter(yes -> !yes).isPresent() || other.filter(yes -> !yes).isPresent();
        if (no) {
            return Optional.of(false);
        }
        return one.isPresent() && other.isPresent() ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> or(Optional<Boolean> one, Optional<Boolean> other) {
        return and(one.map(yes -> !yes), other.map(yes -> !yes)).map(neither -> !neither);
    }

    private static <K extends Enum<K>, V> Map<K, V> over(Class<K> type, Map<K, V> above, Map<K, V> beneath) {
        Map<K, V> together = new EnumMap<>(type);
        together.putAll(beneath);
        together.putAll(above);
        return together;
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
        Map<K, V> ordered = new EnumMap<>(type);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }
}
