package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.KeyResult;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys of machines and pipelines: what they may do, how one follows another, and who answers for them. */
@ExtendWith(ArquillianExtension.class)
class KeysIT {
    private static final NewKey WANTED = new NewKey("Collector", 90);
    private static final Set<Permission> SENDING = Set.of(Permission.SEND_SIGNALS);

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Behind behind;

    @Inject
    private TestClock clock;

    @Inject
    private Callers callers;

    @Inject
    private ManageKeys keys;

    @Inject
    private ManagePeople people;

    @Inject
    private MoveFailure move;

    @Inject
    private CheckLedger check;

    @Test
    void a_machine_may_do_what_its_scopes_say_and_no_more() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);

        for (Set<Permission> scopes : List.of(
                SENDING,
                Set.of(Permission.PULL_CORRECTIONS),
                Set.of(Permission.SEND_SIGNALS, Permission.PULL_CORRECTIONS))) {
            assertThat(caller(issue(tenant, KeyKind.MACHINE, system, scopes)).permissions())
                    .isEqualTo(scopes);
        }
        assertThat(fields(as(
                        tenant.person(0),
                        () -> keys.issue(WANTED, KeyKind.MACHINE, system, Set.of(Permission.VIEW_RECORD)))))
                .containsExactly("scopes");
        assertThat(fields(as(tenant.person(0), () -> keys.issue(WANTED, KeyKind.MACHINE, system, Set.of()))))
                .containsExactly("scopes");
        assertThat(fields(as(tenant.person(0), () -> keys.issue(WANTED, KeyKind.PIPELINE, system, SENDING))))
                .containsExactly("scopes");
    }

    @Test
    void a_pipeline_records_stages_5_6_7_and_9_and_no_other() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID failure = story.failure(tenant, system, Duration.ofHours(1));
        story.walk(tenant, failure, Stage.DECIDED);
        Caller pipeline = caller(issue(tenant, KeyKind.PIPELINE, system, Set.of()));
        Set<Stage> allowed =
                EnumSet.of(Stage.CURATED, Stage.RETRAINED, Stage.VALIDATED, Stage.VALIDATION_FAILED, Stage.DEPLOYED);

        for (Stage stage : EnumSet.complementOf(EnumSet.copyOf(allowed))) {
            assertThatThrownBy(() -> as(pipeline, () -> move.move(Move.to(stage, failure, Story.details(stage)))))
                    .as(stage.name())
                    .isInstanceOf(NotPermitted.class);
        }
        story.move(pipeline, failure, Stage.CURATED);
        story.move(pipeline, failure, Stage.RETRAINED);
        story.move(pipeline, failure, Stage.VALIDATED);
        assertThatThrownBy(() -> story.move(pipeline, failure, Stage.REVIEWED)).isInstanceOf(NotPermitted.class);
        story.move(tenant.somebody(Role.REVIEWER), failure, Stage.REVIEWED);
        story.move(pipeline, failure, Stage.DEPLOYED);
        assertThatThrownBy(() -> story.move(pipeline, failure, Stage.VERIFIED)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(pipeline, () -> move.retract(failure, UUID.randomUUID(), "no")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void both_secrets_work_during_the_overlap_and_the_new_one_alone_after_it() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.AUDITOR);
        UUID system = story.system(tenant);
        IssuedKey old = issue(tenant, KeyKind.MACHINE, system, SENDING);

        IssuedKey successor = done(as(tenant.person(0), () -> keys.rotate(old.id(), 180, 7)));

        assertThat(caller(successor).permissions())
                .isEqualTo(caller(old).permissions())
                .isEqualTo(SENDING);
        assertThat(caller(successor).systemId()).isEqualTo(system);
        clock.shifted(
                Duration.ofDays(6),
                () -> assertThat(callers.ofSecret(old.secret())).isInstanceOf(KeyResult.Known.class));
        clock.shifted(Duration.ofDays(8), () -> {
            assertThat(callers.ofSecret(old.secret())).isEqualTo(new KeyResult.Rejected("The key has expired."));
            assertThat(callers.ofSecret(successor.secret())).isInstanceOf(KeyResult.Known.class);
        });
        assertThat(row(tenant, old.id()).replacedBy()).isEqualTo(successor.id());
        assertThat(row(tenant, successor.id()).replaces()).isEqualTo(old.id());
        assertThat(behind.column(
                        String.class,
                        "select what from key_change where organisation_id = ? order by leaf",
                        tenant.id()))
                .containsExactly("KEY_ISSUED", "KEY_REPLACED", "KEY_ISSUED");
        assertThat(as(tenant.person(1), () -> check.check()).ok()).isTrue();
    }

    @Test
    void a_key_has_one_successor_and_none_once_it_is_over() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        IssuedKey old = issue(tenant, KeyKind.MACHINE, system, SENDING);
        IssuedKey atOnce = done(as(tenant.person(0), () -> keys.rotate(old.id(), 10, 30)));

        assertThat(rule(as(tenant.person(0), () -> keys.rotate(old.id(), 10, 0))))
                .isEqualTo("key-replaced");
        assertThat(fields(as(tenant.person(0), () -> keys.rotate(atOnce.id(), 366, 31))))
                .containsExactlyInAnyOrder("days", "overlapDays");
        IssuedKey last = done(as(tenant.person(0), () -> keys.rotate(atOnce.id(), 10, 0)));
        assertThat(callers.ofSecret(atOnce.secret())).isInstanceOf(KeyResult.Rejected.class);
        as(tenant.person(0), () -> {
            keys.revoke(last.id());
            return true;
        });
        assertThat(rule(as(tenant.person(0), () -> keys.rotate(last.id(), 10, 0))))
                .isEqualTo("key-ended");
    }

    @Test
    void keys_tell_two_weeks_before_they_end_unless_they_have_a_successor() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        IssuedKey key = issue(tenant, KeyKind.MACHINE, system, SENDING);

        assertThat(soon(tenant)).isZero();
        clock.shifted(Duration.ofDays(80), () -> {
            assertThat(soon(tenant)).isOne();
            assertThat(row(tenant, key.id()).expiresSoon()).isTrue();
            done(as(tenant.person(0), () -> keys.rotate(key.id(), 90, 30)));
            assertThat(soon(tenant)).isZero();
        });
        clock.shifted(
                Duration.ofDays(91),
                () -> assertThat(row(tenant, key.id()).expiresSoon()).isFalse());
    }

    @Test
    void another_administrator_answers_for_the_key_of_one_who_has_left() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.ML_ENGINEER);
        UUID system = story.system(tenant);
        IssuedKey key = issue(tenant, KeyKind.PIPELINE, system, Set.of());
        done(as(tenant.person(1), () -> people.allow(person(tenant, 0), false)));

        assertThat(row(tenant, key.id()).left()).isTrue();
        assertThat(fields(as(tenant.person(1), () -> keys.reassign(key.id(), person(tenant, 2)))))
                .as("who builds fixes must not stand behind a key that does")
                .containsExactly("personId");
        done(as(tenant.person(1), () -> keys.reassign(key.id(), person(tenant, 1))));

        assertThat(row(tenant, key.id()).left()).isFalse();
        assertThat(caller(key).person()).isEqualTo(person(tenant, 1));
    }

    private IssuedKey issue(Tenant tenant, KeyKind kind, UUID system, Set<Permission> scopes) {
        return done(as(tenant.person(0), () -> keys.issue(WANTED, kind, system, scopes)));
    }

    private Caller caller(IssuedKey key) {
        return ((KeyResult.Known) callers.ofSecret(key.secret())).caller();
    }

    private KeyRow row(Tenant tenant, UUID key) {
        return administrator(tenant, () -> keys.keys(PageRequest.first(50))).items().stream()
                .filter(row -> row.id().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private long soon(Tenant tenant) {
        return administrator(tenant, () -> keys.expiringSoon());
    }

    private static <T> T administrator(Tenant tenant, java.util.function.Supplier<T> work) {
        return as(tenant.somebody(Role.ADMINISTRATOR), work);
    }

    private static UUID person(Tenant tenant, int index) {
        return java.util.Objects.requireNonNull(tenant.person(index).person());
    }
}
