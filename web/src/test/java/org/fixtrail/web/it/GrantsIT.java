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
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.GrantRow;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NameSubstitutes;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.accessreview.AccessList;
import org.fixtrail.services.accessreview.HeldRight;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.accessreview.RightMark;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rights are given by two people, and everybody can see by whom. */
@ExtendWith(ArquillianExtension.class)
class GrantsIT {
    @Inject
    private ManagePeople people;

    @Inject
    private DecideGrants grants;

    @Inject
    private NameSubstitutes substitutes;

    @Inject
    private ReviewAccess review;

    @Inject
    private CheckLedger check;

    @Inject
    private Callers callers;

    @Inject
    private Tenants tenants;

    @Inject
    private TestClock clock;

    private Tenant tenant() {
        return tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR, Role.ML_ENGINEER);
    }

    @Test
    void a_new_person_holds_no_role_before_a_second_person_confirms() {
        Tenant tenant = tenant();
        AddedPerson added = add(tenant, Role.REVIEWER, "");

        assertThat(rights(tenant, added.personId())).isEmpty();
        GrantRow open = onlyOpen(tenant);
        assertThat(open.personId()).isEqualTo(added.personId());
        done(as(tenant.person(1), () -> grants.confirm(open.id())));

        assertThat(rights(tenant, added.personId())).isEqualTo(Role.REVIEWER.permissions());
        assertThat(as(tenant.person(1), grants::open)).isEmpty();
        assertThat(as(tenant.server(), check::check).ok()).isTrue();
    }

    @Test
    void who_proposes_cannot_confirm_and_neither_can_who_gets_it() {
        Tenant tenant = tenant();
        done(as(
                tenant.person(0),
                () -> people.setRoles(id(tenant, 2), roles(Role.ADMINISTRATOR, Role.AUDITOR), "small team")));
        UUID proposal = onlyOpen(tenant).id();

        assertThat(rule(as(tenant.person(0), () -> grants.confirm(proposal)))).isEqualTo("second-person");
        assertThat(rule(as(tenant.person(2), () -> grants.confirm(proposal)))).isEqualTo("own-roles");
        assertThatThrownBy(() -> as(tenant.person(3), () -> grants.confirm(proposal)))
                .isInstanceOf(NotPermitted.class);
        done(as(tenant.person(1), () -> grants.confirm(proposal)));
        assertThat(rule(as(tenant.person(1), () -> grants.confirm(proposal)))).isEqualTo("decided");
    }

    @Test
    void nobody_changes_the_own_roles_and_what_is_taken_away_is_gone_at_once() {
        Tenant tenant = tenant();

        assertThat(rule(as(tenant.person(0), () -> people.setRoles(id(tenant, 0), roles(Role.AUDITOR), ""))))
                .isEqualTo("own-roles");
        done(as(tenant.person(0), () -> people.setRoles(id(tenant, 3), roles(Role.RISK_ANALYST), "")));

        assertThat(rights(tenant, id(tenant, 3))).isEmpty();
        assertThat(onlyOpen(tenant).roles()).containsExactly(Role.RISK_ANALYST);
    }

    @Test
    void roles_that_conflict_need_a_reason_and_the_second_person_sees_it() {
        Tenant tenant = tenant();
        Set<Role> both = roles(Role.ADMINISTRATOR, Role.ML_ENGINEER);

        assertThat(fields(as(tenant.person(0), () -> people.setRoles(id(tenant, 3), both, " "))))
                .containsExactly("roles");
        done(as(tenant.person(0), () -> people.setRoles(id(tenant, 3), both, "two of us run it all")));
        GrantRow open = onlyOpen(tenant);
        assertThat(open.conflict()).contains("administrator");
        done(as(tenant.person(1), () -> grants.confirm(open.id())));

        assertThat(right(tenant, id(tenant, 3), Role.ADMINISTRATOR).marks()).contains(RightMark.CONFLICT);
        assertThat(right(tenant, id(tenant, 3), Role.ADMINISTRATOR).reason()).isEqualTo("two of us run it all");
    }

    @Test
    void a_proposal_is_declined_with_a_reason_or_taken_back_by_who_made_it() {
        Tenant tenant = tenant();
        add(tenant, Role.REVIEWER, "");
        UUID declined = onlyOpen(tenant).id();
        assertThat(fields(as(tenant.person(1), () -> grants.decline(declined, ""))))
                .containsExactly("reason");
        done(as(tenant.person(1), () -> grants.decline(declined, "nobody knows her")));
        assertThat(rule(as(tenant.person(2), () -> grants.confirm(declined)))).isEqualTo("decided");

        add(tenant, Role.REVIEWER, "");
        UUID withdrawn = onlyOpen(tenant).id();
        assertThat(rule(as(tenant.person(2), () -> grants.withdraw(withdrawn)))).isEqualTo("not-own");
        done(as(tenant.person(0), () -> grants.withdraw(withdrawn)));
        assertThat(as(tenant.person(1), grants::open)).isEmpty();
    }

    @Test
    void what_an_administrator_proposed_who_is_none_any_more_is_not_confirmed() {
        Tenant tenant = tenant();
        add(tenant, Role.REVIEWER, "");
        UUID proposal = onlyOpen(tenant).id();
        done(as(tenant.person(2), () -> people.allow(id(tenant, 0), false)));

        assertThat(rule(as(tenant.person(1), () -> grants.confirm(proposal)))).isEqualTo("proposer-gone");
    }

    @Test
    void another_organisations_proposal_is_not_found() {
        Tenant tenant = tenant();
        add(tenant, Role.REVIEWER, "");
        UUID proposal = onlyOpen(tenant).id();
        Tenant other = tenant();

        assertThatThrownBy(() -> as(other.person(1), () -> grants.confirm(proposal)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_substitute_holds_the_absent_persons_roles_from_the_first_day_to_the_last() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.ML_ENGINEER, Role.REVIEWER);
        UUID proposal = done(as(
                tenant.person(2),
                () -> substitutes.propose(
                        id(tenant, 2),
                        id(tenant, 3),
                        clock.now().plus(Duration.ofDays(1)),
                        clock.now().plus(Duration.ofDays(8)),
                        "on leave")));
        clock.shifted(
                Duration.ofDays(2),
                () -> assertThat(rights(tenant, id(tenant, 3)))
                        .as("not confirmed")
                        .isEqualTo(Role.REVIEWER.permissions()));

        done(as(tenant.person(1), () -> grants.confirm(proposal)));

        assertThat(rights(tenant, id(tenant, 3))).isEqualTo(Role.REVIEWER.permissions());
        clock.shifted(
                Duration.ofDays(2),
                () -> assertThat(rights(tenant, id(tenant, 3)))
                        .containsAll(Role.ML_ENGINEER.permissions())
                        .containsAll(Role.REVIEWER.permissions()));
        clock.shifted(
                Duration.ofDays(9),
                () -> assertThat(rights(tenant, id(tenant, 3))).isEqualTo(Role.REVIEWER.permissions()));
        clock.shifted(Duration.ofDays(2), () -> {
            done(as(tenant.person(3), () -> grants.endSubstitution(proposal)));
            assertThat(rights(tenant, id(tenant, 3))).isEqualTo(Role.REVIEWER.permissions());
        });
    }

    @Test
    void nobody_becomes_a_substitute_by_the_own_word_or_with_roles_that_conflict() {
        Tenant tenant = tenant();
        assertThat(rule(as(
                        tenant.person(0),
                        () -> substitutes.propose(
                                id(tenant, 3),
                                id(tenant, 0),
                                clock.now(),
                                clock.now().plus(Duration.ofDays(1)),
                                "x"))))
                .isEqualTo("own-roles");
        assertThat(rule(as(
                        tenant.person(3),
                        () -> substitutes.propose(
                                id(tenant, 1),
                                id(tenant, 2),
                                clock.now(),
                                clock.now().plus(Duration.ofDays(1)),
                                "x"))))
                .isEqualTo("not-own");
        assertThat(fields(as(
                        tenant.person(3),
                        () -> substitutes.propose(
                                id(tenant, 3),
                                id(tenant, 0),
                                clock.now(),
                                clock.now().plus(Duration.ofDays(1)),
                                "x"))))
                .containsExactly("substitute");
    }

    @Test
    void the_list_says_since_when_by_whom_and_what_nobody_needs() {
        Tenant tenant = tenant();
        AddedPerson added = add(tenant, Role.REVIEWER, "");
        done(as(tenant.person(1), () -> grants.confirm(onlyOpen(tenant).id())));

        HeldRight reviewer = right(tenant, added.personId(), Role.REVIEWER);
        assertThat(reviewer.givenBy()).isEqualTo(tenant.person(0).name());
        assertThat(reviewer.confirmedBy()).isEqualTo(tenant.person(1).name());
        assertThat(reviewer.lastUsed()).isNull();
        assertThat(right(tenant, id(tenant, 3), Role.ML_ENGINEER).marks()).containsExactly(RightMark.ONE_PERSON);
        assertThat(right(tenant, id(tenant, 0), Role.ADMINISTRATOR).lastUsed()).isNotNull();
        clock.shifted(
                Duration.ofDays(91),
                () -> assertThat(right(tenant, id(tenant, 3), Role.ML_ENGINEER).marks())
                        .contains(RightMark.UNUSED));
        done(as(tenant.person(0), () -> people.allow(id(tenant, 3), false)));
        assertThat(right(tenant, id(tenant, 3), Role.ML_ENGINEER).marks()).contains(RightMark.ACCESS_ENDED);
    }

    @Test
    void an_officer_signs_off_what_was_seen_and_nothing_else() {
        Tenant tenant = tenant();
        AccessList seen = as(tenant.person(1), review::list);
        assertThat(as(tenant.person(1), review::reviews).overdue()).isTrue();
        assertThat(fields(as(tenant.person(1), () -> review.signOff(seen.digest(), ""))))
                .containsExactly("note");

        done(as(tenant.person(0), () -> people.setRoles(id(tenant, 3), roles(Role.REVIEWER), "")));
        assertThat(rule(as(tenant.person(1), () -> review.signOff(seen.digest(), "as it should be"))))
                .isEqualTo("list-changed");
        AccessList now = as(tenant.person(1), review::list);
        done(as(tenant.person(1), () -> review.signOff(now.digest(), "as it should be")));

        ReviewAccess.Reviews reviews = as(tenant.person(0), review::reviews);
        assertThat(reviews.overdue()).isFalse();
        assertThat(reviews.latest()).singleElement().satisfies(signed -> {
            assertThat(signed.by()).isEqualTo(tenant.person(1).name());
            assertThat(signed.note()).isEqualTo("as it should be");
        });
        clock.shifted(
                Duration.ofDays(91),
                () -> assertThat(as(tenant.person(0), review::reviews).overdue())
                        .isTrue());
    }

    private AddedPerson add(Tenant tenant, Role role, String reason) {
        NewPerson wanted = new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(role));
        return done(as(tenant.person(0), () -> people.add(wanted, reason)));
    }

    private GrantRow onlyOpen(Tenant tenant) {
        List<GrantRow> open = as(tenant.person(1), grants::open);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private HeldRight right(Tenant tenant, UUID person, Role role) {
        return as(tenant.person(1), review::list).rights().stream()
                .filter(right -> right.holderId().equals(person) && right.what().equals(role.label()))
                .findFirst()
                .orElseThrow();
    }

    private Set<Permission> rights(Tenant tenant, UUID person) {
        return callers.ofPerson(tenant.id(), person).map(Caller::permissions).orElseThrow();
    }

    private UUID id(Tenant tenant, int index) {
        return tenant.person(index).actor().id();
    }

    private static Set<Role> roles(Role... roles) {
        return EnumSet.copyOf(List.of(roles));
    }

    /** The list that administrators see has everybody, joined or not. */
    @Test
    void the_list_of_people_says_who_has_come_in() {
        Tenant tenant = tenant();
        add(tenant, Role.REVIEWER, "");

        assertThat(as(tenant.person(0), () -> people.people(PageRequest.first(20), "nora"))
                        .items())
                .singleElement()
                .satisfies(nora -> {
                    assertThat(nora.joined()).isTrue();
                    assertThat(nora.lastSignIn()).isNull();
                });
    }
}
