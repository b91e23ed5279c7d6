package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddPeople;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.DirectoryPerson;
import org.fixtrail.services.access.GrantRow;
import org.fixtrail.services.access.InvitePeople;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.PassOnRoles;
import org.fixtrail.services.access.PeopleDirectory;
import org.fixtrail.services.access.PersonRow;
import org.fixtrail.services.access.RegisteredDirectory;
import org.fixtrail.services.access.TakeOverRoles;
import org.fixtrail.services.access.WelcomedPerson;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.oidc.KeycloakPeople;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People whom an identity provider keeps, where it fails, or says what does not fit. */
@ExtendWith(ArquillianExtension.class)
class DirectoryIT {
    @Inject
    private RegisteredDirectory registered;

    /** Of an installation that keeps its people itself, as here. */
    @Inject
    private KeycloakPeople asAtTheStart;

    @Inject
    private AddPeople add;

    @Inject
    private InvitePeople invite;

    @Inject
    private ManagePeople people;

    @Inject
    private DecideGrants grants;

    @Inject
    private PassOnRoles passOn;

    @Inject
    private TakeOverRoles takeOver;

    @Inject
    private Tenants tenants;

    private DirectoryOfTests directory;
    private Tenant tenant;

    @BeforeEach
    void people_are_kept_elsewhere() {
        tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR);
        directory = new DirectoryOfTests();
        directory.knows(new DirectoryPerson("ada", null, "Ada", Set.of(Role.ADMINISTRATOR)));
        registered.register(directory);
    }

    @AfterEach
    void people_are_kept_here_again() {
        registered.register(asAtTheStart);
    }

    @Test
    void an_invitation_is_noted_and_so_is_why_it_failed() {
        WelcomedPerson nora = add("Nora");
        assertThat(row("Nora").invitedAt()).isNotNull();

        directory.away(true);
        assertThat(rule(as(tenant.person(0), () -> invite.invite(nora.personId()))))
                .isEqualTo(PeopleDirectory.UNREACHABLE);
        assertThat(row("Nora").invitationProblem()).isEqualTo("The provider does not answer.");

        directory.away(false);
        done(as(tenant.person(0), () -> invite.invite(nora.personId())));
        assertThat(row("Nora").invitationProblem()).isNull();
        assertThat(directory.invited()).containsExactly(nora.email(), nora.email());
    }

    @Test
    void who_has_no_verified_address_is_not_invited_by_one_that_might_be_anybodys() {
        directory.knows(new DirectoryPerson("walter", null, "Walter", Set.of(Role.AUDITOR)));
        done(as(tenant.server(), takeOver::takeOver));

        assertThat(rule(as(tenant.person(0), () -> invite.invite(row("Walter").id()))))
                .isEqualTo("no-address");
        assertThat(directory.invited()).isEmpty();
    }

    @Test
    void while_the_provider_does_not_answer_it_is_asked_once_and_not_for_each_who_waits() {
        WelcomedPerson nora = confirmed("Nora");
        WelcomedPerson maud = confirmed("Maud");

        directory.away(true);
        passOn.passOnAll();
        assertThat(directory.told()).hasSize(1);

        directory.away(false);
        passOn.passOnAll();
        assertThat(directory.told()).containsExactlyInAnyOrder(nora.email(), maud.email());
        passOn.passOnAll();
        assertThat(directory.told()).isEmpty();
    }

    @Test
    void what_breaks_for_one_does_not_keep_the_others_waiting() {
        confirmed("Nora");
        confirmed("Maud");
        directory.breakOnce();

        passOn.passOnAll();
        List<String> first = directory.told();
        passOn.passOnAll();

        assertThat(first).hasSize(2);
        assertThat(directory.told()).as("again").containsExactly(first.get(0));
    }

    @Test
    void whom_the_provider_has_never_seen_is_not_tried_again_and_again() {
        done(as(tenant.person(0), () -> people.setRoles(id(2), Set.of(Role.RISK_ANALYST), "")));

        passOn.passOnAll();

        assertThat(directory.told()).isEmpty();
        assertThat(row(Role.AUDITOR.label()).directoryProblem()).as("not tried").isEmpty();
    }

    @Test
    void whose_access_was_ended_here_is_no_stranger_each_time() {
        directory.knows(new DirectoryPerson("walter", null, "Walter", Set.of(Role.AUDITOR)));
        assertThat(done(as(tenant.server(), takeOver::takeOver))).isEqualTo(2);
        done(as(tenant.person(0), () -> people.allow(row("Walter").id(), false)));

        assertThat(done(as(tenant.server(), takeOver::takeOver))).isZero();
        assertThat(row("Walter").disabled()).isTrue();
    }

    private WelcomedPerson add(String name) {
        NewPerson wanted = new NewPerson(UUID.randomUUID() + "@example.org", name, Set.of(Role.RISK_ANALYST));
        return done(as(tenant.person(0), () -> add.add(wanted, "")));
    }

    /** Added, and with roles that the provider must be told. */
    private WelcomedPerson confirmed(String name) {
        WelcomedPerson added = add(name);
        GrantRow open = as(tenant.person(1), grants::open).get(0);
        done(as(tenant.person(1), () -> grants.confirm(open.id())));
        return added;
    }

    private PersonRow row(String name) {
        List<PersonRow> found = as(tenant.person(0), () -> people.people(PageRequest.first(2), name))
                .items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private UUID id(int index) {
        return tenant.person(index).actor().id();
    }
}
