package org.fixtrail.web.triage;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.obligation.Coded;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.WallTime;

/** The questionnaire as it is filled in. */
public class TriageForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> times = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<Jurisdiction, OperatorRole> markets = new EnumMap<>(Jurisdiction.class);
    private List<String> jurisdictions = List.of();
    private String establishment = "";
    private String reason = "";

    void fill(Facts facts, WallTime wall) {
        for (Fact fact : Fact.values()) {
            answers.put(fact.code(), "");
        }
        facts.answers().forEach((fact, yes) -> answers.put(fact.code(), yes ? "yes" : "no"));
        facts.moments().forEach((event, moment) -> {
            times.put(event.code(), wall.input(moment.at()));
            bases.put(event.code(), moment.basis());
        });
        jurisdictions = facts.jurisdictions().stream().map(Jurisdiction::code).toList();
        Jurisdiction home = facts.establishment();
        establishment = home == null ? "" : home.code();
        markets.putAll(facts.markets());
    }

    /** What a person can see at once is wrong: a time that cannot be read, or a basis without a time. */
    List<FieldProblem> problems(WallTime wall) {
        return Arrays.stream(StartEvent.values())
                .filter(event -> moment(event, wall).isEmpty())
                .filter(this::isGiven)
                .map(event -> new FieldProblem("moments." + event.code(), "needs a date and a time"))
                .toList();
    }

    Facts facts(WallTime wall) {
        Map<Fact, Boolean> given = new EnumMap<>(Fact.class);
        answers.forEach((code, answer) -> Coded.find(Fact.class, code)
                .filter(fact -> "yes".equals(answer) || "no".equals(answer))
                .ifPresent(fact -> given.put(fact, "yes".equals(answer))));
        Map<StartEvent, Moment> moments = new EnumMap<>(StartEvent.class);
        for (StartEvent event : StartEvent.values()) {
            moment(event, wall).ifPresent(moment -> moments.put(event, moment));
        }
        return new Facts(given, places(), place(establishment).orElse(null), moments, markets);
    }

    private static Optional<Jurisdiction> place(String code) {
        return Coded.find(Jurisdiction.class, code);
    }

    private Set<Jurisdiction> places() {
        return jurisdictions.stream()
                .map(TriageForm::place)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<Moment> moment(StartEvent event, WallTime wall) {
        String time = Objects.requireNonNullElse(times.get(event.code()), "");
        Optional<Instant> at = time.isBlank() ? Optional.empty() : wall.parse(time);
        return at.map(instant -> new Moment(
                instant, Objects.requireNonNullElse(bases.get(event.code()), "").strip()));
    }

    /** Whether anything was entered about the event. */
    boolean isGiven(StartEvent event) {
        return given(times, event) || given(bases, event);
    }

    private static boolean given(Map<String, String> texts, StartEvent event) {
        return !Objects.requireNonNullElse(texts.get(event.code()), "").isBlank();
    }

    /** The organisation's part in one market; nothing changes where either is not chosen. */
    void market(String code, String role) {
        OperatorRole part = Choice.of(OperatorRole.class, role);
        if (part != null) {
            place(code).ifPresent(place -> markets.put(place, part));
        }
    }

    void noMarket(Jurisdiction place) {
        markets.remove(place);
    }

    public Map<Jurisdiction, OperatorRole> getMarkets() {
        return Collections.unmodifiableMap(markets);
    }

    public Map<String, String> getAnswers() {
        return answers;
    }

    public Map<String, String> getTimes() {
        return times;
    }

    public Map<String, String> getBases() {
        return bases;
    }

    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    public void setJurisdictions(List<String> jurisdictions) {
        this.jurisdictions = List.copyOf(jurisdictions);
    }

    public String getEstablishment() {
        return establishment;
    }

    public void setEstablishment(String establishment) {
        this.establishment = Objects.requireNonNullElse(establishment, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
