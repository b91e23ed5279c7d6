package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Accounts.Account;

/**
 * Checks passwords and changes them. Precedes an organisation, so it names no right. No transaction is open while it hashes,
 * which takes a good part of a second.
 */
@ApplicationScoped
public class SignIn {
    private static final int ADDRESSES_REMEMBERED = 10_000;

    private final Accounts accounts;
    private final Clock clock;
    private final UnknownAddresses unknown = new UnknownAddresses(ADDRESSES_REMEMBERED);

    @Inject
    SignIn(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null);
    }

    /** Costs the same whether the address is known or not. */
    public SignInResult authenticate(String email, char[] password) {
        if (!EmailAddress.isWritten(email) || !PasswordRules.hasLength(password)) {
            return new SignInResult.Rejected();
        }
        Instant now = Instant.now(clock);
        Optional<Account> account = accounts.byEmail(EmailAddress.normal(email));
        return account.isPresent() ? known(account.get(), password, now) : unknown(email, password, now);
    }

    /** The own password, by who has just given the old one; all other sessions of the account end. */
    public Outcome<SignInResult.SignedIn> changePassword(UUID accountId, char[] oldPassword, char[] newPassword) {
        Account account = accounts.byId(accountId).orElseThrow(NotSignedIn::new);
        Instant now = Instant.now(clock);
        if (account.isLockedAt(now)) {
            return problem("oldPassword", "was given wrong too often; wait some minutes");
        }
        if (!PasswordRules.hasLength(oldPassword) || !PasswordHash.matches(oldPassword, account.passwordHash())) {
            accounts.missed(accountId, now);
            return problem("oldPassword", "is not the password you sign in with now");
        }
        Optional<String> wrong = PasswordRules.problem(newPassword, account.email());
        if (wrong.isPresent()) {
            return problem("newPassword", wrong.get());
        }
        if (Arrays.equals(oldPassword, newPassword)) {
            return problem("newPassword", "must differ from the old one");
        }
        int version = accounts.setPassword(accountId, PasswordHash.of(newPassword));
        return Outcome.done(new SignInResult.SignedIn(accountId, false, version));
    }

    private SignInResult known(Account account, char[] password, Instant now) {
        Instant lockedUntil = account.lockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(now)) {
            return new SignInResult.LockedUntil(lockedUntil);
        }
        if (!PasswordHash.matches(password, account.passwordHash())) {
            accounts.missed(account.id(), now);
            return new SignInResult.Rejected();
        }
        accounts.signedIn(account.id(), now);
        return new SignInResult.SignedIn(account.id(), account.mustChange(), account.passwordVersion());
    }

    private SignInResult unknown(String email, char[] password, Instant now) {
        String address = EmailAddress.normal(email);
        Optional<Instant> lockedUntil = unknown.lockedUntil(address, now);
        if (lockedUntil.isPresent()) {
            return new SignInResult.LockedUntil(lockedUntil.get());
        }
        PasswordHash.of(password);
        unknown.missed(address, now);
        return new SignInResult.Rejected();
    }

    private static <T> Outcome<T> problem(String field, String what) {
        return Outcome.invalid(List.of(new FieldProblem(field, what)));
    }
}
