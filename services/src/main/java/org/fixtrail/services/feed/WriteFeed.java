package org.fixtrail.services.feed;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.services.access.Requires;

/** Writes the deadlines of the caller's organisation as a calendar. */
@ApplicationScoped
@Transactional
public class WriteFeed {
    private static final Set<ClockState> AHEAD = EnumSet.of(ClockState.RUNNING, ClockState.OVERDUE_STRICT);
    private static final Set<ClockState> MISSED = EnumSet.of(ClockState.BREACHED);
    private static final Set<ClockState> ENDED =
            EnumSet.complementOf(EnumSet.of(ClockState.RUNNING, ClockState.OVERDUE_STRICT, ClockState.BREACHED));

    /** Calendar programs take away what they find cancelled; who never looks for so long sees it in the portal. */
    private static final Duration ENDED_STAYS = Duration.ofDays(42);

    /** So that no calendar grows without end: the deadlines ahead first. */
    private static final int MOST_AHEAD = 500;

    private static final int MOST_OF_OTHERS = 200;

    private static final String ROWS =
            "select c, f.title, s.name, f.changedAt from RunningClock c, Failure f, AiSystem s"
                    + " where f.id = c.failureId and s.id = c.systemId and c.state in :states";
    private static final String AHEAD_FIRST = ROWS + " order by c.terms.legalAt, c.id";
    private static final String LATEST_FIRST = ROWS + " order by c.terms.legalAt desc, c.id";
    private static final String ENDED_LATELY = ROWS
            + " and c.id in (select e.clockId from ClockEvent e where e.recordedAt > :since)"
            + " order by c.terms.legalAt desc, c.id";

    private final EntityManager em;
    private final Clock clock;
    private final URI base;

    @Inject
    WriteFeed(EntityManager em, Clock clock, @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.clock = clock;
        this.base = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected WriteFeed() {
        this(null, null, "http://localhost");
    }

    /** In UTF-8; the same bytes as long as nothing has changed. */
    @Requires(Permission.VIEW_RECORD)
    public byte[] write() {
        Object[] organisation =
                (Object[]) em.createNativeQuery("select name, zone from organisation where id = current_organisation()")
                        .getSingleResult();
        List<Object[]> rows = new ArrayList<>(rows(AHEAD_FIRST, AHEAD, MOST_AHEAD));
        rows.addAll(rows(LATEST_FIRST, MISSED, MOST_OF_OTHERS));
        rows.addAll(em.createQuery(ENDED_LATELY, Object[].class)
                .setParameter("states", ENDED)
                .setParameter("since", Instant.now(clock).minus(ENDED_STAYS))
                .setMaxResults(MOST_OF_OTHERS)
                .getResultList());
        Map<UUID, Instant> changed =
                changed(rows.stream().map(row -> ((RunningClock) row[0]).id()).toList());
        DeadlineCalendar calendar = new DeadlineCalendar((String) organisation[0], base);
        rows.forEach(row -> {
            RunningClock of = (RunningClock) row[0];
            Instant last = Stream.of((Instant) row[3], changed.getOrDefault(of.id(), of.startedAt()))
                    .max(Instant::compareTo)
                    .orElseThrow();
            calendar.add(
                    DeadlineEntry.of(of, (String) row[1], (String) row[2], ZoneId.of((String) organisation[1]), last));
        });
        return calendar.write();
    }

    private List<Object[]> rows(String query, Set<ClockState> states, int most) {
        return em.createQuery(query, Object[].class)
                .setParameter("states", states)
                .setMaxResults(most)
                .getResultList();
    }

    /** When something last happened to each. */
    private Map<UUID, Instant> changed(Collection<UUID> clocks) {
        return clocks.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select e.clockId, e.recordedAt from ClockEvent e where e.clockId in :clocks and e.leaf ="
                                        + " (select max(l.leaf) from ClockEvent l where l.clockId = e.clockId)",
                                Object[].class)
                        .setParameter("clocks", clocks)
                        .getResultStream()
                        .collect(toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
