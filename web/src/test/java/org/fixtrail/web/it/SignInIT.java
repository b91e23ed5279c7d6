package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.ManageSecondFactor;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.Sessions;
import org.fixtrail.services.access.SignIn;
import org.fixtrail.services.access.SignInResult;
import org.fixtrail.services.access.Visitor;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords, codes, and the sessions that they open. */
@ExtendWith(ArquillianExtension.class)
class SignInIT {
    private static final char[] OWN = "garden kettle seven moons".toCharArray();

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private Callers callers;

    @Inject
    private ManageSecondFactor factor;

    @Inject
    private ManagePeople people;

    @Inject
    private Tenants tenants;

    @Inject
    private Together together;

    @Inject
    private TestClock clock;

    /** Somebody with a password of their own, in an organisation. */
    private record Somebody(Tenant tenant, AddedPerson person) {
        String email() {
            return person.email();
        }

        UUID account() {
            return person.accountId();
        }
    }

    private Somebody somebody() {
        Tenant tenant = tenants.any();
        AddedPerson added = done(as(
                tenant.person(0),
                () -> people.add(new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR)), "")));
        char[] oneTime = String.valueOf(added.password()).toCharArray();
        Sessions.Opened session = sessions.open(added.accountId(), tenant.id(), stranger(), null);
        assertThat(signIn.authenticate(added.email(), oneTime, stranger()))
                .isEqualTo(new SignInResult.SignedIn(added.accountId(), true));
        done(signIn.changePassword(added.accountId(), session.id(), oneTime, OWN));
        return new Somebody(tenant, added);
    }

    private static Visitor stranger() {
        return new Visitor("2001:db8::1", UUID.randomUUID().toString(), "Test", null);
    }

    @Test
    void a_one_time_password_ends_after_a_week() {
        Tenant tenant = tenants.any();
        AddedPerson added = done(as(
                tenant.person(0),
                () -> people.add(new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR)), "")));
        char[] oneTime = String.valueOf(added.password()).toCharArray();

        clock.shifted(
                Duration.ofDays(8),
                () -> assertThat(signIn.authenticate(added.email(), oneTime, stranger()))
                        .isInstanceOf(SignInResult.Rejected.class));
        assertThat(signIn.authenticate(added.email(), oneTime, stranger())).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void guesses_lock_strangers_out_and_not_a_browser_that_was_signed_in_before() {
        Somebody nora = somebody();
        Sessions.Opened opened = sessions.open(nora.account(), nora.tenant().id(), stranger(), null);
        Visitor known = new Visitor("192.0.2.1", "192.0.2.1", "Test", opened.device());
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.authenticate(nora.email(), "not the password".toCharArray(), stranger()))
                    .isInstanceOf(SignInResult.Rejected.class);
        }

        assertThat(signIn.authenticate(nora.email(), OWN, stranger())).isInstanceOf(SignInResult.LockedUntil.class);
        assertThat(signIn.authenticate(nora.email(), OWN, known)).isInstanceOf(SignInResult.SignedIn.class);
        clock.shifted(
                Duration.ofSeconds(31),
                () -> assertThat(signIn.authenticate(nora.email(), OWN, stranger()))
                        .isInstanceOf(SignInResult.SignedIn.class));
    }

    @Test
    void an_unknown_address_locks_as_a_known_one_does() {
        String nobody = UUID.randomUUID() + "@example.org";
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.authenticate(nobody, OWN, stranger())).isInstanceOf(SignInResult.Rejected.class);
        }

        assertThat(signIn.authenticate(nobody, OWN, stranger())).isInstanceOf(SignInResult.LockedUntil.class);
    }

    @Test
    void many_guesses_at_once_count_as_many() {
        Somebody nora = somebody();

        long tried = together
                .run(12, number -> signIn.authenticate(nora.email(), "not the password".toCharArray(), stranger()))
                .stream()
                .filter(each -> each.value() instanceof SignInResult.Rejected)
                .count();

        assertThat(tried).isEqualTo(5);
    }

    @Test
    void one_address_that_guesses_at_many_accounts_is_slowed_down_too() {
        Visitor guesser = stranger();
        SignInResult last = new SignInResult.Rejected();
        for (int i = 0; i < 32 && last instanceof SignInResult.Rejected; i++) {
            last = signIn.authenticate(UUID.randomUUID() + "@example.org", OWN, guesser);
        }

        assertThat(last).isInstanceOf(SignInResult.LockedUntil.class);
    }

    @Test
    void a_code_is_asked_for_once_the_second_factor_is_on_and_each_works_once() {
        Somebody nora = somebody();
        ManageSecondFactor.Begun begun = done(factor.begin(nora.account(), OWN));
        assertThat(signIn.authenticate(nora.email(), OWN, stranger())).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(fields(factor.confirm(nora.account(), "000000"))).containsExactly("code");
        List<String> recovery = done(factor.confirm(nora.account(), code(begun, clock.now())));

        assertThat(signIn.authenticate(nora.email(), OWN, stranger()))
                .isEqualTo(new SignInResult.NeedsCode(nora.account()));
        assertThat(signIn.verifyCode(nora.account(), code(begun, clock.now())))
                .as("used to turn it on")
                .isInstanceOf(SignInResult.Rejected.class);
        clock.shifted(Duration.ofSeconds(60), () -> {
            String next = code(begun, clock.now());
            assertThat(signIn.verifyCode(nora.account(), next)).isInstanceOf(SignInResult.SignedIn.class);
            assertThat(signIn.verifyCode(nora.account(), next)).isInstanceOf(SignInResult.Rejected.class);
        });
        assertThat(recovery).hasSize(10);
        assertThat(signIn.verifyCode(nora.account(), recovery.get(3))).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(signIn.verifyCode(nora.account(), recovery.get(3))).isInstanceOf(SignInResult.Rejected.class);
        assertThat(factor.state(nora.account()).codesLeft()).isEqualTo(9);
    }

    @Test
    void the_second_factor_is_turned_off_by_both_factors_and_guessing_codes_locks() {
        Somebody nora = somebody();
        ManageSecondFactor.Begun begun = done(factor.begin(nora.account(), OWN));
        List<String> recovery = done(factor.confirm(nora.account(), code(begun, clock.now())));

        assertThat(rule(factor.begin(nora.account(), OWN))).isEqualTo("already-on");
        assertThat(fields(factor.turnOff(nora.account(), "not the password".toCharArray(), recovery.get(0))))
                .containsExactly("password");
        assertThat(fields(factor.turnOff(nora.account(), OWN, "000000"))).containsExactly("code");
        for (int i = 0; i < 5; i++) {
            signIn.verifyCode(nora.account(), "000000");
        }
        assertThat(signIn.verifyCode(nora.account(), recovery.get(0))).isInstanceOf(SignInResult.LockedUntil.class);
        clock.shifted(Duration.ofMinutes(16), () -> {
            done(factor.turnOff(nora.account(), OWN, recovery.get(0)));
            assertThat(signIn.authenticate(nora.email(), OWN, stranger())).isInstanceOf(SignInResult.SignedIn.class);
        });
    }

    @Test
    void a_session_works_in_its_browser_until_it_is_idle_too_old_or_ended() {
        Somebody nora = somebody();
        Sessions.Opened opened = sessions.open(nora.account(), nora.tenant().id(), stranger(), null);
        Sessions.Opened other = sessions.open(nora.account(), nora.tenant().id(), stranger(), null);

        assertThat(callers.ofSession(opened.id(), opened.device())).isPresent();
        assertThat(callers.ofSession(opened.id(), other.device())).isEmpty();
        assertThat(callers.ofSession(opened.id(), null)).isEmpty();
        clock.shifted(
                Duration.ofMinutes(31),
                () -> assertThat(callers.ofSession(opened.id(), opened.device()))
                        .isEmpty());
        for (int minutes = 25; minutes < 12 * 60; minutes += 25) {
            clock.shifted(
                    Duration.ofMinutes(minutes),
                    () -> assertThat(callers.ofSession(opened.id(), opened.device()))
                            .isPresent());
        }
        clock.shifted(
                Duration.ofMinutes(12 * 60 + 5),
                () -> assertThat(callers.ofSession(opened.id(), opened.device()))
                        .isEmpty());
        assertThat(callers.ofSession(other.id(), other.device())).isPresent();
        sessions.end(other.id(), UUID.randomUUID());
        assertThat(callers.ofSession(other.id(), other.device()))
                .as("another account ended it")
                .isPresent();
        sessions.endAll(nora.account());
        assertThat(callers.ofSession(other.id(), other.device())).isEmpty();
        assertThat(sessions.of(nora.account())).isEmpty();
    }

    @Test
    void a_right_that_is_taken_away_is_gone_at_the_next_request() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.AUDITOR);
        AddedPerson added = done(as(
                tenant.person(0),
                () -> people.add(new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR)), "")));
        Sessions.Opened opened = sessions.open(added.accountId(), tenant.id(), stranger(), null);
        assertThat(callers.ofSession(opened.id(), opened.device())).isPresent();

        done(as(tenant.person(0), () -> people.allow(added.personId(), false)));
        assertThat(callers.ofSession(opened.id(), opened.device())).isEmpty();
        done(as(tenant.person(0), () -> people.allow(added.personId(), true)));
        assertThat(callers.ofSession(opened.id(), opened.device()))
                .as("what was ended stays ended")
                .isEmpty();
        Sessions.Opened anew = sessions.open(added.accountId(), tenant.id(), stranger(), null);
        assertThat(callers.ofSession(anew.id(), anew.device())).isPresent();
    }

    private static String code(ManageSecondFactor.Begun begun, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(begun.secret()), "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
