package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.ManageOwnTokens;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NameSubstitutes;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.keywarning.KeyWarningQueue;
import org.fixtrail.services.keywarning.WarnOfKeys;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.notification.FindNotifications;
import org.fixtrail.services.notification.FindNotifications.NotificationRow;
import org.fixtrail.services.notification.Mail;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrackDelivery;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails before keys and tokens end: to whom, when, and each once. */
@ExtendWith(ArquillianExtension.class)
class KeyWarningsIT {
    private static final int DAYS = 90;

    @Inject
    private WarnOfKeys warn;

    @Inject
    private KeyWarningQueue queue;

    @Inject
    private ManageKeys keys;

    @Inject
    private ManageOwnTokens tokens;

    @Inject
    private ManagePeople people;

    @Inject
    private NameSubstitutes substitutes;

    @Inject
    private DecideGrants grants;

    @Inject
    private FindNotifications find;

    @Inject
    private TrackDelivery track;

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
    void a_key_is_told_of_14_days_before_its_end_and_on_the_last_day_once_each_by_any_number_of_nodes()
            throws SQLException {
        Tenant tenant = tenants.any();
        machine(tenant, story.system(tenant), "Collector", DAYS);

        assertThat(queue.organisations(day(75))).doesNotContain(tenant.id());
        assertThat(warn(tenant, 75)).isZero();
        assertThat(queue.organisations(day(77))).contains(tenant.id());
        assertThat(atOnce(tenant, day(77))).isOne();
        assertThat(queue.organisations(day(77))).doesNotContain(tenant.id());
        assertThat(warn(tenant, 88)).isZero();
        assertThat(atOnce(tenant, day(89).plus(Duration.ofHours(12)))).isOne();
        assertThat(warn(tenant, 90)).isZero();

        assertThat(mails(tenant))
                .extracting(row -> row.notification().subject())
                .containsExactly("A key ends soon: Collector", "A key ends soon: Collector");
        assertThat(as(tenant.server(), check::check).ok()).isTrue();
    }

    @Test
    void who_was_not_running_two_weeks_before_tells_once_on_the_last_day_and_nothing_after_the_end() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        machine(tenant, system, "Collector", DAYS);
        machine(tenant, system, "Long over", 30);

        assertThat(warn(tenant, 89.5)).isOne();
        assertThat(warn(tenant, 89.6)).isZero();
        assertThat(mails(tenant)).hasSize(1);
    }

    @Test
    void nothing_is_told_of_what_was_replaced_revoked_or_issued_for_less_than_the_time_before() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        IssuedKey replaced = machine(tenant, system, "Replaced", 20);
        machine(tenant, system, "Ten days", 10);
        machine(tenant, system, "One day", 1);
        IssuedKey revoked = machine(tenant, system, "Revoked", 15);
        run(tenant.person(0), () -> keys.revoke(revoked.id()));
        done(as(tenant.person(0), () -> keys.rotate(replaced.id(), DAYS, 7)));

        assertThat(warn(tenant, 0.5)).isZero();
        assertThat(warn(tenant, 6.5)).isZero();
        assertThat(warn(tenant, 9.5)).as("its last day").isOne();
        assertThat(mails(tenant))
                .extracting(row -> row.notification().subject())
                .containsExactly("A key ends soon: Ten days");
    }

    @Test
    void each_is_told_of_all_their_keys_in_one_mail_and_administrators_where_who_answered_has_left() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.AUDITOR);
        UUID system = story.system(tenant);
        machine(tenant, system, "Collector", DAYS);
        machine(tenant, system, "Gateway", DAYS);
        token(tenant.person(0), "Of the administrator");
        token(tenant.person(2), "Of the auditor");

        assertThat(warn(tenant, 80)).isEqualTo(4);
        assertThat(mails(tenant)).hasSize(2);
        assertThat(body(tenant, tenant.person(0)))
                .contains("Collector", "Gateway", "Of the administrator")
                .doesNotContain("Of the auditor");
        assertThat(body(tenant, tenant.person(2))).contains("Of the auditor").doesNotContain("Collector");
        assertThat(body(tenant, tenant.person(1))).isEmpty();

        UUID leaver = Objects.requireNonNull(tenant.person(0).person());
        done(as(tenant.person(1), () -> people.allow(leaver, false)));
        assertThat(warn(tenant, 89.5))
                .as("a token of who has left is none any more")
                .isEqualTo(3);
        assertThat(body(tenant, tenant.person(1)))
                .contains("Collector", "Gateway")
                .doesNotContain("Of the");
        assertThat(mails(tenant)).hasSize(4);
    }

    @Test
    void who_stands_in_for_whoever_answers_is_told_too() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);
        machine(tenant, story.system(tenant), "Collector", 20);
        UUID proposal = done(as(
                tenant.person(0),
                () -> substitutes.propose(
                        Objects.requireNonNull(tenant.person(0).person()),
                        Objects.requireNonNull(tenant.person(2).person()),
                        day(6),
                        day(10),
                        "on leave")));
        done(as(tenant.person(1), () -> grants.confirm(proposal)));

        assertThat(warn(tenant, 8)).isOne();

        assertThat(body(tenant, tenant.person(0))).contains("Collector");
        assertThat(body(tenant, tenant.person(2))).contains("Collector");
        assertThat(warn(tenant, 19.5)).isOne();
        assertThat(mails(tenant)).as("the substitution is over").hasSize(3);
    }

    @Test
    void where_nobody_can_be_told_that_shows_as_a_mail_that_failed() {
        Tenant tenant = tenants.any();
        machine(tenant, story.system(tenant), "Collector", DAYS);
        behind.tamper("update person set disabled = true where organisation_id = ?", tenant.id());

        assertThat(warn(tenant, 80)).isOne();

        assertThat(mails(tenant)).singleElement().satisfies(row -> {
            assertThat(row.delivery().state()).isEqualTo(DeliveryState.FAILED);
            assertThat(row.delivery().lastError()).contains("no administrator");
        });
    }

    @Test
    void the_outbox_sends_it_as_any_other_mail() {
        Tenant tenant = tenants.any();
        machine(tenant, story.system(tenant), "Collector", DAYS);
        warn(tenant, 80);
        UUID id = mails(tenant).get(0).notification().id();

        Mail mail = as(tenant.server(), () -> track.begin(id)).orElseThrow().mail();
        run(tenant.server(), () -> track.end(id, 1, new SendAnswer.Taken("mail.example.org")));

        assertThat(mail.recipient()).isEqualTo(email(tenant.person(0)));
        assertThat(mail.text()).contains("Collector", "/admin/keys.xhtml");
        assertThat(mails(tenant).get(0).delivery().state()).isEqualTo(DeliveryState.SENT);
    }

    private IssuedKey machine(Tenant tenant, UUID system, String label, int days) {
        return done(as(
                tenant.person(0),
                () -> keys.issue(new NewKey(label, days), KeyKind.MACHINE, system, Role.MACHINE.permissions())));
    }

    private void token(Caller owner, String label) {
        done(as(owner, () -> tokens.issue(new NewKey(label, DAYS), Scopes.ALL)));
    }

    private Instant day(long days) {
        return clock.now().plus(Duration.ofDays(days));
    }

    private int warn(Tenant tenant, double days) {
        Instant at = clock.now().plusSeconds((long) (days * 86_400));
        return as(tenant.server(), () -> warn.warn(at));
    }

    /** Of how many keys three nodes warned together, none of which was done before all had begun. */
    private int atOnce(Tenant tenant, Instant at) throws SQLException {
        List<Together.Ended<Integer>> ended =
                together.collide(tenant, 3, number -> as(tenant.server(), () -> warn.warn(at)));
        assertThat(ended).allMatch(Together.Ended::well);
        return ended.stream()
                .mapToInt(one -> Objects.requireNonNull(one.value()))
                .sum();
    }

    private List<NotificationRow> mails(Tenant tenant) {
        return as(
                tenant.somebody(Role.AUDITOR),
                () -> find.list(List.of(), null, null, PageRequest.first(50)).items());
    }

    /** All that was written to a person. */
    private String body(Tenant tenant, Caller person) {
        return String.join(
                "\n",
                behind.column(
                        String.class,
                        "select body_text from notification where organisation_id = ? and recipient = ?",
                        tenant.id(),
                        email(person)));
    }

    private String email(Caller person) {
        return behind.column(String.class, "select email from person where id = ?", person.person())
                .get(0);
    }
}
