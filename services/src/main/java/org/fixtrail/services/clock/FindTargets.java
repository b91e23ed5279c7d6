package org.fixtrail.services.clock;

import static org.fixtrail.domain.failure.Stage.CONTAINED;
import static org.fixtrail.domain.failure.Stage.DEPLOYED;
import static org.fixtrail.domain.failure.Stage.DETECTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.HeldTime;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.access.Requires;

/** Lists targets. */
@ApplicationScoped
@Transactional
public class FindTargets {
    /** Common in incident handling; each organisation knows better what it can promise. */
    private static final List<NewTarget> SUGGESTIONS = List.of(
            new NewTarget(Severity.CRITICAL, DETECTED, CONTAINED, 24, TargetUnit.HOURS, null),
            new NewTarget(Severity.CRITICAL, DETECTED, DEPLOYED, 7, TargetUnit.DAYS, null),
            new NewTarget(Severity.HIGH, DETECTED, CONTAINED, 72, TargetUnit.HOURS, null),
            new NewTarget(Severity.HIGH, DETECTED, DEPLOYED, 30, TargetUnit.DAYS, null),
            new NewTarget(Severity.MEDIUM, DETECTED, DEPLOYED, 90, TargetUnit.DAYS, null),
            new NewTarget(Severity.LOW, DETECTED, DEPLOYED, 180, TargetUnit.DAYS, null));

    private final Targets targets;

    @Inject
    public FindTargets(Targets targets) {
        this.targets = targets;
    }

    @SuppressWarnings("NullAway")
    protected FindTargets() {
        this(null);
    }

    /** The latest revision of each target in force, most severe first. */
    @Requires({Permission.VIEW_RECORD, Permission.SET_TARGETS})
    public List<Target> inForce() {
        return targets.read().inForce();
    }

    /** When the organisation works; empty if nobody stated it. */
    @Requires({Permission.VIEW_RECORD, Permission.SET_TARGETS})
    public Optional<WorkingTime> workingTime() {
        return targets.read().workingTime().map(HeldTime::time);
    }

    /** When clocks warn. */
    @Requires({Permission.VIEW_RECORD, Permission.SET_TARGETS})
    public WarningPlan warnings() {
        return targets.read().warnings();
    }

    /** What an organisation without targets may begin with; none of it is in force. */
    @Requires({Permission.VIEW_RECORD, Permission.SET_TARGETS})
    public List<NewTarget> suggestions() {
        return SUGGESTIONS;
    }
}
