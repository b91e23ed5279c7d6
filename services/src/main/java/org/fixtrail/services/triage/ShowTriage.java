package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RuleJudge;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;
import org.fixtrail.services.system.Systems;
import org.fixtrail.services.triage.TriageView.RuleLine;
import org.jspecify.annotations.Nullable;

/** Shows what was answered on a failure, which clocks that starts, and why each other rule does not apply. */
@ApplicationScoped
@Transactional
public class ShowTriage {
    private final Failures failures;
    private final Systems systems;
    private final Profiles profiles;
    private final LegalCases cases;
    private final RuleBooks books;
    private final Clocks clocks;
    private final ActorNames names;
    private final Clock clock;

    @Inject
    ShowTriage(
            Failures failures,
            Systems systems,
            Profiles profiles,
            LegalCases cases,
            RuleBooks books,
            Clocks clocks,
            ActorNames names,
            Clock clock) {
        this.failures = failures;
        this.systems = systems;
        this.profiles = profiles;
        this.cases = cases;
        this.books = books;
        this.clocks = clocks;
        this.names = names;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ShowTriage() {
        this(null, null, null, null, null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public TriageView of(UUID failureId) {
        return of(failureId, null);
    }

    /** What would follow from other answers; nothing is stored. What they leave open is taken from the profiles. */
    @Requires(Permission.VIEW_RECORD)
    public TriageView preview(UUID failureId, Facts answers) {
        return of(failureId, answers);
    }

    private TriageView of(UUID failureId, @Nullable Facts asked) {
        Failure failure = failures.get(failureId);
        LegalCases.Records records = cases.of(List.of(failureId));
        Optional<FactSheet> inForce =
                Optional.ofNullable(records.inForce(failureId).get(failure.cycle()));
        Facts profile = profiles.of(failure.systemId());
        Facts facts = asked == null ? inForce.map(FactSheet::facts).orElse(profile) : asked.over(profile);
        List<RunningClock> known = clocks.of(failureId);
        LegalCase legal = records.of(failureId, failure.severity(), failures.now(failures.facts(failureId)), known);
        UUID row = inForce.map(FactSheet::id).orElse(failureId);
        RuleJudge judge = new RuleJudge(
                legal,
                failure.cycle(),
                new LegalCase.Demand(row, facts),
                clocks::holidays,
                ZoneId.of(clocks.organisationZone()),
                Instant.now(clock));
        List<FactSheet> history = records.sheets(failureId);
        return new TriageView(
                failure,
                systems.get(failure.systemId()).name(),
                facts,
                inForce,
                records.waiting(failureId, failure.cycle()),
                history,
                records.signatures(),
                lines(judge, failure.cycle(), known),
                disputed(records, failureId),
                names.of(Stream.concat(history.stream(), records.signatures().values().stream())));
    }

    /** What the organisation's profile answers. */
    @Requires(Permission.VIEW_RECORD)
    public Facts ofOrganisation() {
        return profiles.ofOrganisation();
    }

    /** What an AI system's profile answers; its declared role and risk class where nobody said otherwise. */
    @Requires(Permission.VIEW_RECORD)
    public Facts ofSystem(UUID systemId) {
        return profiles.ofSystem(systemId);
    }

    /** What people said of an AI system, without what it is declared to be. */
    @Requires(Permission.VIEW_RECORD)
    public Facts saidOfSystem(UUID systemId) {
        systems.get(systemId);
        return profiles.said(systemId);
    }

    private static Set<UUID> disputed(LegalCases.Records records, UUID failureId) {
        return records.waiverHistories(failureId).entrySet().stream()
                .filter(clock -> clock.getValue().waiting().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<RuleLine> lines(RuleJudge judge, int cycle, List<RunningClock> known) {
        RuleBook book = books.read();
        List<RuleLine> lines = new ArrayList<>();
        for (RuleBook.Entry entry : book.all()) {
            for (RuleJudge.Judged judged : judge.judge(entry.rule())) {
                lines.add(new RuleLine(
                        entry,
                        judged.place(),
                        judged.verdict(),
                        judged.dues(),
                        latest(known, cycle, judged),
                        book.isWaived(entry.rule().id())));
            }
        }
        return lines;
    }

    private static @Nullable RunningClock latest(List<RunningClock> known, int cycle, RuleJudge.Judged judged) {
        return known.stream()
                .filter(running -> running.cycle() == cycle
                        && judged.rule().group().equals(running.key().group())
                        && Objects.equals(judged.place(), running.place()))
                .reduce((first, second) -> second.key().round() > first.key().round() ? second : first)
                .orElse(null);
    }
}
