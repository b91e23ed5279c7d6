package org.fixtrail.services.pack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.lag.Exposures;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.ledger.LedgerCheckResult;
import org.fixtrail.services.ledger.LedgerHead;
import org.fixtrail.services.system.Systems;

/**
 * Reads everything that a pack says, from rows that the ledger covers, as of the pack's moment and as known at the ledger's
 * head.
 */
@ApplicationScoped
@Transactional
public class AssemblePack {
    private final EntityManager em;
    private final Systems systems;
    private final CheckLedger checkLedger;
    private final Exposures exposures;
    private final PackClocks clocks;
    private final ReviewAccess reviewAccess;
    private final Clock clock;
    private final Optional<Boolean> demo;

    @Inject
    public AssemblePack(
            EntityManager em,
            Systems systems,
            CheckLedger checkLedger,
            Exposures exposures,
            PackClocks clocks,
            ReviewAccess reviewAccess,
            Clock clock,
            @ConfigProperty(name = "fixtrail.demo") Optional<Boolean> demo) {
        this.em = em;
        this.systems = systems;
        this.checkLedger = checkLedger;
        this.exposures = exposures;
        this.clocks = clocks;
        this.reviewAccess = reviewAccess;
        this.clock = clock;
        this.demo = demo;
    }

    @SuppressWarnings("NullAway")
    protected AssemblePack() {
        this(null, null, null, null, null, null, null, Optional.empty());
    }

    @Requires(Permission.ISSUE_PACK)
    public PackContent assemble(Job job) {
        PackRequest request = PackRequest.parse(job.parameters());
        Instant asOf = request.asOf() == null ? Instant.now(clock) : request.asOf();
        LedgerCheckResult check = checkLedger.check();
        LedgerHead head = checkLedger.head();
        Map<UUID, AiSystem> scope = scope(request);
        List<PackCase> cases = cases(request, scope, asOf, head.size());
        PackNames names = names();
        Organisation organisation = em.createQuery("select o from Organisation o", Organisation.class)
                .getSingleResult();
        PackRegister register =
                new PackRegister(scope, names, exposures(cases, asOf, head.size()), asOf, demo.orElse(false));
        Set<UUID> failureIds = cases.stream().map(PackCase::failureId).collect(Collectors.toSet());
        return new PackContent(
                UUID.randomUUID().toString(),
                demo.orElse(false)
                        ? List.of("Demonstration: the people and everything after the detection are invented.")
                        : List.of(),
                new PackOrganisation(organisation.id().toString(), organisation.name()),
                packScope(request, scope, asOf, head, ZoneId.of(organisation.zone())),
                new PackIssue(
                        Moments.toMicros(Instant.now(clock)),
                        names.of(CallerContext.get().actor()),
                        names.role(CallerContext.get().actor())),
                PackFigures.summary(cases, asOf),
                PackFigures.lag(cases, scope, asOf),
                register.failures(cases),
                clocks.missed(failureIds, asOf, head.size()),
                clocks.notificationsSent(failureIds, head.size()),
                ledger(head, check),
                roles(),
                access());
    }

    private PackAccess access() {
        return new PackAccess(
                reviewAccess.list().rights().stream().map(PackRight::of).toList(),
                reviewAccess.reviews().latest());
    }

    private Map<UUID, AiSystem> scope(PackRequest request) {
        return systems.all().stream()
                .filter(system ->
                        request.systems().isEmpty() || request.systems().contains(system.id()))
                .collect(toMap(AiSystem::id, system -> system, (a, b) -> a, LinkedHashMap::new));
    }

    /** The failures in scope, with what was said of them and what happened to them, as known. */
    private List<PackCase> cases(PackRequest request, Map<UUID, AiSystem> scope, Instant asOf, long knownAt) {
        if (scope.isEmpty()) {
            return List.of();
        }
        List<FailureRevision> revisions = em.createQuery("""
                        select r from FailureRevision r where r.leaf < :known and r.systemId in :systems
                        and r.revision = (select max(o.revision) from FailureRevision o
                                          where o.failureId = r.failureId and o.leaf < :known)
                        """, FailureRevision.class)
                .setParameter("known", knownAt)
                .setParameter("systems", scope.keySet())
                .getResultList();
        Map<UUID, List<Transition>> transitions = em.createQuery(
                        "select t from Transition t where t.leaf < :known and t.systemId in :systems order by t.leaf",
                        Transition.class)
                .setParameter("known", knownAt)
                .setParameter("systems", scope.keySet())
                .getResultStream()
                .collect(groupingBy(Transition::failureId));
        return revisions.stream()
                .map(revision -> {
                    List<Transition> trail = transitions.getOrDefault(revision.failureId(), List.of());
                    Timeline timeline =
                            Timeline.of(trail.stream().map(Transition::fact).toList(), asOf, knownAt);
                    return new PackCase(revision, trail, timeline);
                })
                .filter(one -> one.timeline().cycle() > 0 && one.isWithin(request.from(), request.to()))
                .sorted()
                .toList();
    }

    private Map<UUID, Exposure> exposures(List<PackCase> cases, Instant asOf, long knownAt) {
        List<Exposures.Span> spans =
                cases.stream().flatMap(one -> one.exposed(asOf).stream()).toList();
        List<Exposure> found = exposures.within(spans, knownAt);
        Map<UUID, Exposure> byFailure = new HashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            byFailure.put(spans.get(i).failureId(), found.get(i));
        }
        return byFailure;
    }

    private PackScope packScope(
            PackRequest request, Map<UUID, AiSystem> scope, Instant asOf, LedgerHead head, ZoneId zone) {
        List<PackScope.AiSystem> listed = scope.values().stream()
                .map(system -> new PackScope.AiSystem(
                        system.id().toString(),
                        system.name(),
                        systems.versions(system.id()).stream()
                                .map(SystemVersion::name)
                                .toList()))
                .toList();
        Instant known = head.recordedAt() == null ? asOf : head.recordedAt();
        return new PackScope(
                listed, request.from(), request.to(), asOf, new PackScope.KnownAt(head.size(), known), zone);
    }

    private PackNames names() {
        return new PackNames(em.createQuery("select p from Person p", Person.class)
                .getResultStream()
                .collect(toMap(Person::id, person -> person)));
    }

    private static PackLedger ledger(LedgerHead head, LedgerCheckResult check) {
        String result = check.ok()
                ? "All " + check.checked() + " entries and the rows that they stand for agree."
                : "Entry " + check.firstBad() + ": " + check.problem() + ".";
        return new PackLedger(
                head.size(), head.root(), head.recordedAt(), check.ok(), result, PackLedger.SELF_ASSERTED);
    }

    private static List<PackRole> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new PackRole(
                        role.label(),
                        role.permissions().stream().map(Permission::meaning).toList()))
                .toList();
    }
}
