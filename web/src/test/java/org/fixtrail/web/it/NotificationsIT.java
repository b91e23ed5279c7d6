package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.notification.TryOutcome;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.notification.FindNotifications;
import org.fixtrail.services.notification.FindNotifications.NotificationView;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrackDelivery;
import org.fixtrail.services.notification.TrackDelivery.Attempt;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mail's tries are on record whatever happens to the node that tries. */
@ExtendWith(ArquillianExtension.class)
class NotificationsIT {
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(181);

    @Inject
    private TrackDelivery track;

    @Inject
    private FindNotifications find;

    @Inject
    private SetTargets targets;

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
    void a_try_whose_node_died_is_lost_and_the_next_one_is_counted_as_a_possible_double() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID id = warned(tenant);

        Attempt first = begin(tenant, id).orElseThrow();
        assertThat(first.number()).isOne();
        assertThat(first.mail().repeat()).isFalse();
        assertThat(begin(tenant, id)).as("while the lease runs").isEmpty();
        clock.shifted(AFTER_THE_LEASE, () -> {
            Attempt second = begin(tenant, id).orElseThrow();
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.mail().repeat()).isTrue();
            assertThat(second.mail().messageId()).isEqualTo(first.mail().messageId());
            run(tenant.server(), () -> track.end(id, 2, new SendAnswer.Taken("mail.example.org")));
            assertThat(begin(tenant, id)).isEmpty();
        });

        NotificationView view = view(tenant, id);
        assertThat(view.row().delivery().state()).isEqualTo(DeliveryState.SENT);
        assertThat(view.row().delivery().mayHaveDoubled()).isOne();
        assertThat(view.tries()).extracting(NotificationTry::outcome).containsExactly(TryOutcome.LOST, TryOutcome.SENT);
    }

    @Test
    void of_several_nodes_one_takes_a_mail() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID id = warned(tenant);

        List<Together.Ended<Optional<Attempt>>> ended = together.run(6, number -> begin(tenant, id));

        assertThat(ended).allMatch(Together.Ended::well);
        assertThat(ended.stream().filter(one -> taken(one.value()))).hasSize(1);
        assertThat(view(tenant, id).row().delivery().tries()).isOne();
    }

    @Test
    void a_mail_that_is_refused_for_now_is_tried_again_and_one_refused_for_good_is_not() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID id = warned(tenant);

        begin(tenant, id);
        run(tenant.server(), () -> track.end(id, 1, new SendAnswer.Refused(false, "451 later")));
        assertThat(view(tenant, id).row().delivery().state()).isEqualTo(DeliveryState.PENDING);
        clock.shifted(Duration.ofDays(1), () -> {
            assertThat(begin(tenant, id)).isPresent();
            run(tenant.server(), () -> track.end(id, 2, new SendAnswer.Refused(true, "550 unknown")));
            assertThat(begin(tenant, id)).isEmpty();
        });

        NotificationView view = view(tenant, id);
        assertThat(view.row().delivery().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(view.row().delivery().mayHaveDoubled()).isZero();
        assertThat(view.tries())
                .extracting(NotificationTry::outcome)
                .containsExactly(TryOutcome.DEFERRED, TryOutcome.REFUSED);
    }

    private static boolean taken(@org.jspecify.annotations.Nullable Optional<Attempt> attempt) {
        return attempt != null && attempt.isPresent();
    }

    private UUID warned(Tenant tenant) {
        Instant aDayAgo = clock.now().minus(Duration.ofDays(1));
        done(as(
                tenant.person(0),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.HOURS, aDayAgo))));
        UUID failure = story.failure(tenant, Duration.ofHours(10));
        Instant nineHoursAgo = clock.now().minus(Duration.ofHours(9));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, nineHoursAgo);
        return behind.column(UUID.class, "select id from notification where organisation_id = ?", tenant.id())
                .get(0);
    }

    private Optional<Attempt> begin(Tenant tenant, UUID id) {
        return as(tenant.server(), () -> track.begin(id));
    }

    private NotificationView view(Tenant tenant, UUID id) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.one(id));
    }
}
