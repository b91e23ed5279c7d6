package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.GrantRow;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.accessreview.RemindOfAccess;
import org.fixtrail.services.accessreview.RemindOfAccess.DueReview;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the dashboard says that waits in matters of access. */
@ExtendWith(ArquillianExtension.class)
class RemindersIT {
    @Inject
    private RemindOfAccess remind;

    @Inject
    private ReviewAccess reviews;

    @Inject
    private ManagePeople people;

    @Inject
    private DecideGrants grants;

    @Inject
    private Tenants tenants;

    @Inject
    private TestClock clock;

    @Test
    void a_review_is_reminded_of_before_the_first_from_a_week_before_the_next_and_when_that_has_gone_by() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        Caller officer = tenant.person(0);
        assertThat(as(officer, remind::review)).contains(new DueReview(Optional.empty(), true));

        done(as(officer, () -> reviews.signOff(reviews.list().digest(), "as it should be")));

        assertThat(as(officer, remind::review)).isEmpty();
        clock.shifted(
                Duration.ofDays(82),
                () -> assertThat(as(officer, remind::review)).isEmpty());
        clock.shifted(
                Duration.ofDays(84),
                () -> assertThat(as(officer, remind::review))
                        .hasValueSatisfying(due -> assertThat(due.overdue()).isFalse()));
        clock.shifted(
                Duration.ofDays(91),
                () -> assertThat(as(officer, remind::review))
                        .hasValueSatisfying(due -> assertThat(due.overdue()).isTrue()));
    }

    @Test
    void proposals_are_counted_for_who_may_be_the_second_person_until_somebody_decides() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);
        Tenant other = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID third = tenant.person(2).person();
        for (int i = 0; i < 2; i++) {
            NewPerson wanted = new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR));
            done(as(tenant.person(0), () -> people.add(wanted, "")));
        }
        done(as(
                tenant.person(0),
                () -> people.setRoles(
                        Objects.requireNonNull(third), Set.of(Role.ADMINISTRATOR, Role.AUDITOR), "audits")));

        assertThat(as(tenant.person(0), remind::proposals)).as("the own ones").isZero();
        assertThat(as(tenant.person(1), remind::proposals)).isEqualTo(3);
        assertThat(as(tenant.person(2), remind::proposals))
                .as("one would be for the caller")
                .isEqualTo(2);
        assertThat(as(other.person(0), remind::proposals)).isZero();

        List<GrantRow> open = as(tenant.person(1), grants::open);
        done(as(tenant.person(1), () -> grants.decline(open.get(0).id(), "no need")));
        assertThat(as(tenant.person(1), remind::proposals)).isEqualTo(2);
    }
}
