package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.GiveOneTimePassword;
import org.fixtrail.services.access.GiveOneTimePassword.Answer;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.ManageSecondFactor;
import org.fixtrail.services.access.NewPeople.PasswordUse;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.Sessions;
import org.fixtrail.services.access.SignIn;
import org.fixtrail.services.access.SignInResult;
import org.fixtrail.services.access.Visitor;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.organisation.CreateOrganisation;
import org.fixtrail.services.organisation.NewOrganisation;
import org.fixtrail.services.organisation.OrganisationResult;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator helps somebody who cannot sign in any more. */
@ExtendWith(ArquillianExtension.class)
class OneTimePasswordIT {
    private static final String ACTS = """
            select act || ' by ' || split_part(c.actor, ':', 1) from ledger_entry e
                join person_change c on c.organisation_id = e.organisation_id and c.leaf = e.leaf
            where e.organisation_id = ? and act in ('password.replaced', 'second-factor.removed') order by e.leaf
            """;

    @Inject
    private GiveOneTimePassword give;

    @Inject
    private CreateOrganisation create;

    @Inject
    private ManagePeople people;

    @Inject
    private ManageSecondFactor factor;

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private Callers callers;

    @Inject
    private CheckLedger check;

    @Inject
    private Behind behind;

    @Inject
    private TestClock clock;

    @Test
    void a_new_password_works_once_ends_all_sessions_and_is_on_record_in_each_organisation() {
        String email = UUID.randomUUID() + "@example.org";
        OrganisationResult.Created first = organisation(email);
        OrganisationResult.Created second = organisation(email);
        UUID account = first.people().get(0).accountId();
        char[] before = String.valueOf(first.people().get(0).password()).toCharArray();
        Sessions.Opened open = sessions.open(account, second.organisationId(), stranger(), null);
        assertThat(callers.ofSession(open.id(), open.device())).isPresent();

        Answer.Given given = given(give(" " + email.toUpperCase(Locale.ROOT), false));

        assertThat(given.email()).isEqualTo(email);
        assertThat(given.factorRemoved()).isFalse();
        assertThat(given.toString()).doesNotContain(given.password());
        assertThat(signIn.authenticate(email, before, stranger())).isInstanceOf(SignInResult.Rejected.class);
        assertThat(signIn.authenticate(email, given.password().toCharArray(), stranger()))
                .as("to be changed")
                .isEqualTo(new SignInResult.SignedIn(account, true));
        assertThat(callers.ofSession(open.id(), open.device())).isEmpty();
        for (OrganisationResult.Created organisation : List.of(first, second)) {
            UUID id = organisation.organisationId();
            assertThat(behind.column(String.class, ACTS, id)).containsExactly("password.replaced by operator");
            assertThat(as(Caller.server(id), check::check).ok()).isTrue();
        }
    }

    @Test
    void a_second_factor_stays_unless_the_operator_removes_it_on_record() {
        String email = UUID.randomUUID() + "@example.org";
        OrganisationResult.Created organisation = organisation(email);
        UUID account = organisation.people().get(0).accountId();
        turnOn(account, String.valueOf(organisation.people().get(0).password()));

        Answer.Given kept = given(give(email, false));
        assertThat(kept.factorRemoved()).isFalse();
        assertThat(signIn.authenticate(email, kept.password().toCharArray(), stranger()))
                .isEqualTo(new SignInResult.NeedsCode(account));
        Answer.Given removed = given(give(email, true));
        assertThat(removed.factorRemoved()).isTrue();
        assertThat(signIn.authenticate(email, removed.password().toCharArray(), stranger()))
                .isEqualTo(new SignInResult.SignedIn(account, true));
        assertThat(given(give(email, true)).factorRemoved()).as("there is none").isFalse();

        assertThat(behind.column(String.class, ACTS, organisation.organisationId()))
                .containsExactly(
                        "password.replaced by operator",
                        "password.replaced by operator",
                        "second-factor.removed by operator",
                        "password.replaced by operator");
    }

    @Test
    void who_is_unknown_or_has_no_access_gets_none() {
        assertThat(give(UUID.randomUUID() + "@example.org", true)).isInstanceOf(Answer.Refused.class);
        assertThat(give("", true)).isInstanceOf(Answer.Refused.class);
        OrganisationResult.Created organisation = organisation(UUID.randomUUID() + "@example.org");
        UUID id = organisation.organisationId();
        Caller administrator =
                callers.ofPerson(id, organisation.people().get(0).personId()).orElseThrow();
        AddedPerson nora = done(as(
                administrator,
                () -> people.add(new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR)), "")));
        done(as(administrator, () -> people.allow(nora.personId(), false)));

        assertThat(give(nora.email(), false)).isInstanceOf(Answer.Refused.class);
        assertThat(signIn.authenticate(
                        nora.email(), String.valueOf(nora.password()).toCharArray(), stranger()))
                .as("nothing has changed")
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(behind.column(String.class, ACTS, id)).isEmpty();
    }

    private Answer give(String email, boolean withoutFactor) {
        return as(Caller.operator(UUID.randomUUID()), () -> give.give(email, withoutFactor));
    }

    private static Answer.Given given(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return (Answer.Given) answer;
    }

    private OrganisationResult.Created organisation(String administrator) {
        NewOrganisation wanted = new NewOrganisation(
                "Organisation " + UUID.randomUUID(),
                "UTC",
                List.of(new NewPerson(administrator, "Ada", Set.of(Role.ADMINISTRATOR))),
                PasswordUse.ONE_TIME);
        return (OrganisationResult.Created) as(Caller.operator(UUID.randomUUID()), () -> create.create(wanted));
    }

    private void turnOn(UUID account, String password) {
        ManageSecondFactor.Begun begun = done(factor.begin(account, password.toCharArray()));
        try {
            done(factor.confirm(
                    account,
                    new TimeBasedOneTimePasswordGenerator()
                            .generateOneTimePasswordString(
                                    new SecretKeySpec(new Base32().decode(begun.secret()), "RAW"), clock.now())));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor stranger() {
        return new Visitor("2001:db8::1", UUID.randomUUID().toString(), "Test", null);
    }
}
