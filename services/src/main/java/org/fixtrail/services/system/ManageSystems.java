package org.fixtrail.services.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.SystemRevision;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.domain.system.TrafficReport;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/** Adds and changes AI systems, their versions and the traffic reported for them. */
@ApplicationScoped
@Transactional
public class ManageSystems {
    private final EntityManager em;
    private final Systems systems;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public ManageSystems(EntityManager em, Systems systems, Ledger ledger, Clock clock) {
        this.em = em;
        this.systems = systems;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ManageSystems() {
        this(null, null, null, null);
    }

    @Requires({Permission.MANAGE_SYSTEMS, Permission.IMPORT_HISTORY})
    public Outcome<UUID> add(SystemFacts facts) {
        List<FieldProblem> problems = new ArrayList<>(facts.problems());
        if (systems.byName(facts.name()).isPresent()) {
            problems.add(new FieldProblem("name", "is taken by another AI system"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        AiSystem system = new AiSystem(UUID.randomUUID(), CallerContext.get().organisationId());
        revise(system, facts);
        em.persist(system);
        return Outcome.done(system.id());
    }

    @Requires(Permission.MANAGE_SYSTEMS)
    public Outcome<UUID> revise(UUID systemId, SystemFacts facts) {
        List<FieldProblem> problems = new ArrayList<>(facts.problems());
        systems.byName(facts.name())
                .filter(other -> !other.id().equals(systemId))
                .ifPresent(other -> problems.add(new FieldProblem("name", "is taken by another AI system")));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        revise(systems.get(systemId), facts);
        return Outcome.done(systemId);
    }

    @Requires(Permission.MANAGE_SYSTEMS)
    public Outcome<UUID> addVersion(UUID systemId, String name, Instant releasedAt, String note) {
        systems.get(systemId);
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.length() > 200) {
            problems.add(new FieldProblem("name", "must have 1 to 200 characters"));
        } else if (systems.version(systemId, name).isPresent()) {
            problems.add(new FieldProblem("name", "is the name of a version that exists already"));
        }
        if (note.length() > 5_000) {
            problems.add(new FieldProblem("note", "is longer than 5,000 characters"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        SystemVersion version = new SystemVersion(UUID.randomUUID(), systemId, name, releasedAt, note);
        ledger.append(version);
        return Outcome.done(version.id());
    }

    @Requires(Permission.MANAGE_SYSTEMS)
    public Outcome<UUID> reportTraffic(UUID systemId, Instant from, Instant to, long interactions, String source) {
        systems.get(systemId);
        List<FieldProblem> problems = new ArrayList<>();
        if (!to.isAfter(from)) {
            problems.add(new FieldProblem("to", "must be after from"));
        }
        if (to.isAfter(Instant.now(clock))) {
            problems.add(new FieldProblem("to", "is in the future"));
        }
        if (interactions < 0 || interactions > 1L << 53) {
            problems.add(new FieldProblem("interactions", "must be 0 or more"));
        }
        if (source.isBlank() || source.length() > 500) {
            problems.add(new FieldProblem("source", "must have 1 to 500 characters"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (systems.reportsOverlapping(systemId, from, to) > 0) {
            return Outcome.refused(
                    "traffic-overlaps", "Traffic is reported for a part of this time already; it would count twice.");
        }
        TrafficReport report = new TrafficReport(UUID.randomUUID(), systemId, from, to, interactions, source);
        ledger.append(report);
        return Outcome.done(report.id());
    }

    private void revise(AiSystem system, SystemFacts facts) {
        SystemRevision revision = new SystemRevision(
                UUID.randomUUID(),
                system.id(),
                facts.name().strip(),
                facts.purpose().strip(),
                facts.riskClass(),
                facts.operatorRole(),
                facts.owner().strip(),
                facts.contexts(),
                facts.learningModes(),
                facts.launchedAt());
        system.apply(revision);
        ledger.append(revision);
    }
}
