package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Accounts.Account;
import org.fixtrail.services.access.Guesses.Count;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords and codes, and changes passwords. Precedes an organisation, so it names no right. No transaction is open
 * while it hashes, which takes a good part of a second.
 */
@ApplicationScoped
public class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());
    private static final Duration ONE_TIME_LASTS = Duration.ofDays(7);

    private final Accounts accounts;
    private final Devices devices;
    private final Guesses guesses;
    private final SecondFactors factors;
    private final Clock clock;

    @Inject
    SignIn(Accounts accounts, Devices devices, Guesses guesses, SecondFactors factors, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.guesses = guesses;
        this.factors = factors;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null, null, null, null);
    }

    /** Costs the same whether the address is known or not. */
    public SignInResult authenticate(String email, char[] password, Visitor visitor) {
        if (!EmailAddress.isWritten(email) || !PasswordRules.hasLength(password)) {
            return new SignInResult.Rejected();
        }
        String address = EmailAddress.normal(email);
        Optional<Account> account = accounts.byEmail(address);
        List<Count> counts = counts(address, account, visitor);
        Optional<Instant> lockedUntil = guesses.begin(counts);
        if (lockedUntil.isPresent()) {
            tell("refused: too many attempts", account, visitor);
            return new SignInResult.LockedUntil(lockedUntil.get());
        }
        String hash = account.map(Account::passwordHash).orElse(null);
        if (hash == null) {
            PasswordHash.of(password);
        }
        if (hash == null || !PasswordHash.matches(password, hash) || isOver(account.get())) {
            tell("refused: wrong address or password", account, visitor);
            return new SignInResult.Rejected();
        }
        guesses.right(counts);
        Account known = account.get();
        tell(known.secondFactor() ? "password is right, code follows" : "password is right", account, visitor);
        return known.secondFactor()
                ? new SignInResult.NeedsCode(known.id())
                : new SignInResult.SignedIn(known.id(), known.mustChange());
    }

    /**
     * The step after {@link SignInResult.NeedsCode}.
     *
     * @param accountId from that answer and from nowhere else
     * @param code six digits, or a recovery code
     */
    public SignInResult verifyCode(UUID accountId, String code) {
        List<Count> counts = List.of(Count.of("code", accountId));
        Optional<Instant> lockedUntil = guesses.begin(counts);
        if (lockedUntil.isPresent()) {
            LOG.info(() -> "sign-in of account " + accountId + " refused: too many codes");
            return new SignInResult.LockedUntil(lockedUntil.get());
        }
        if (!factors.takes(accountId, code)) {
            LOG.info(() -> "sign-in of account " + accountId + " refused: wrong code");
            return new SignInResult.Rejected();
        }
        LOG.info(() -> "sign-in of account " + accountId + ": code is right");
        guesses.right(counts);
        return accounts.byId(accountId)
                .<SignInResult>map(account -> new SignInResult.SignedIn(account.id(), account.mustChange()))
                .orElseGet(SignInResult.Rejected::new);
    }

    /**
     * The own password, by who gives the old one; all other sessions of the account end.
     *
     * @param session the one that stays
     */
    public Outcome<UUID> changePassword(UUID accountId, UUID session, char[] oldPassword, char[] newPassword) {
        Account account = accounts.byId(accountId).orElseThrow(NotSignedIn::new);
        Optional<FieldProblem> wrongOld = passwordProblem(account, "oldPassword", oldPassword);
        if (wrongOld.isPresent()) {
            return Outcome.invalid(List.of(wrongOld.get()));
        }
        Optional<String> wrong = PasswordRules.problem(newPassword, account.email());
        if (wrong.isPresent()) {
            return Outcome.invalid("newPassword", wrong.get());
        }
        if (Arrays.equals(oldPassword, newPassword)) {
            return Outcome.invalid("newPassword", "must differ from the old one");
        }
        accounts.setPassword(accountId, PasswordHash.of(newPassword), session, Instant.now(clock));
        LOG.info(() -> "account " + accountId + " has a new password");
        return Outcome.done(accountId);
    }

    /** What is wrong with a password that somebody who is signed in must give once more; empty if it is theirs. */
    Optional<FieldProblem> passwordProblem(Account account, String field, char[] password) {
        List<Count> counts = List.of(Count.of("password", account.id()));
        if (guesses.begin(counts).isPresent()) {
            return Optional.of(new FieldProblem(field, "was given wrong too often; wait some minutes"));
        }
        if (!isPassword(account.passwordHash(), password)) {
            LOG.info(() -> "account " + account.id() + " gave a wrong password when asked again");
            return Optional.of(new FieldProblem(field, "is not the password you sign in with now"));
        }
        guesses.right(counts);
        return Optional.empty();
    }

    /** A one-time password that nobody changed in time. */
    private boolean isOver(Account account) {
        return account.mustChange()
                && account.passwordSetAt().plus(ONE_TIME_LASTS).isBefore(Instant.now(clock));
    }

    /** By id and never by what was typed, which may be a password in the wrong field. */
    private static void tell(String what, Optional<Account> account, Visitor visitor) {
        LOG.info(() -> "sign-in of "
                + account.map(known -> "account " + known.id()).orElse("no account") + " from " + visitor.address()
                + " " + what);
    }

    private static boolean isPassword(@Nullable String hash, char[] password) {
        return hash != null && PasswordRules.hasLength(password) && PasswordHash.matches(password, hash);
    }

    private List<Count> counts(String address, Optional<Account> account, Visitor visitor) {
        return account.flatMap(known -> devices.known(visitor, known.id()))
                .map(device -> List.of(Count.ofDevice(device)))
                .orElseGet(() -> List.of(Count.ofAccount(address), Count.ofAddress(visitor)));
    }
}
