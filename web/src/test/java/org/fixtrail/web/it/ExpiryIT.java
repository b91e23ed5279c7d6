package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.failure.FailureFilter;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An accepted risk is open again once its acceptance expires, wherever it is looked at. */
@ExtendWith(ArquillianExtension.class)
class ExpiryIT {
    @Inject
    private MoveFailure move;

    @Inject
    private FindFailures find;

    @Inject
    private ClockWatch watch;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    @Test
    void lists_show_it_open_from_the_expiry_on_and_not_before() {
        Tenant tenant = tenants.any();
        LocalDate expiresOn = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(3);
        accepted(tenant, expiresOn);
        Instant expiry = expiresOn.atStartOfDay().toInstant(ZoneOffset.UTC);

        clock.frozen(expiry.minusSeconds(1), () -> watch.run());
        assertThat(listed(tenant, FailureStatus.RISK_ACCEPTED)).isOne();
        assertThat(listed(tenant, FailureStatus.OPEN)).isZero();
        clock.frozen(expiry, () -> watch.run());
        assertThat(listed(tenant, FailureStatus.RISK_ACCEPTED)).isZero();
        assertThat(listed(tenant, FailureStatus.OPEN)).isOne();
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void several_nodes_at_once_reopen_it_once_and_leave_it_alone_afterwards() {
        Tenant tenant = tenants.any();
        LocalDate expiresOn = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(3);
        UUID failure = accepted(tenant, expiresOn);
        long before = version(failure);

        clock.frozen(expiresOn.atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofHours(1)), () -> {
            List<Together.Ended<Boolean>> ended = together.run(4, number -> {
                watch.run();
                return true;
            });
            assertThat(ended).allMatch(Together.Ended::well);
            watch.run();
        });

        assertThat(listed(tenant, FailureStatus.OPEN)).isOne();
        assertThat(version(failure)).isEqualTo(before + 1);
    }

    @Test
    void an_acceptance_that_was_taken_back_has_nothing_that_could_expire() {
        Tenant tenant = tenants.any();
        LocalDate expiresOn = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(3);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        UUID acceptance = accept(tenant, failure, expiresOn);
        done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> move.retract(failure, acceptance, "too risky")));
        long before = version(failure);

        clock.frozen(expiresOn.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), () -> watch.run());

        assertThat(version(failure)).isEqualTo(before);
    }

    @Test
    void the_migration_finds_acceptances_that_were_there_before() {
        Tenant tenant = tenants.any();
        LocalDate expiresOn = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(3);
        UUID failure = accepted(tenant, expiresOn);
        behind.tamper("update failure set due_at = null where id = ?", failure);

        behind.bringUpToDate("V003__expired_acceptances.sql");

        assertThat(behind.column(OffsetDateTime.class, "select due_at from failure where id = ?", failure))
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(expiresOn.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private UUID accepted(Tenant tenant, LocalDate expiresOn) {
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        accept(tenant, failure, expiresOn);
        return failure;
    }

    private UUID accept(Tenant tenant, UUID failure, LocalDate expiresOn) {
        return accept(tenant, failure, expiresOn, accept(tenant, failure, expiresOn, null));
    }

    private UUID accept(Tenant tenant, UUID failure, LocalDate expiresOn, @Nullable UUID proposal) {
        Map<String, String> details = Map.of("reason", "rare and harmless", "expiresOn", expiresOn.toString());
        Move acceptance = new Move(failure, Stage.RISK_ACCEPTED, null, details, null, proposal, null, null);
        return done(as(tenant.somebody(Role.RISK_ANALYST), () -> move.move(acceptance)))
                .transitionId();
    }

    private long listed(Tenant tenant, FailureStatus status) {
        FailureFilter filter = new FailureFilter(null, null, null, status, null, null, null, null);
        return as(tenant.somebody(Role.AUDITOR), () -> find.list(filter, PageRequest.first(10)))
                .total();
    }

    private long version(UUID failure) {
        return behind.count("select version from failure where id = ?", failure);
    }
}
