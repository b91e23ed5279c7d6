package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Accounts.Account;

/** The own second factor, for who is signed in. Belongs to the account and to no organisation, so it names no right. */
@ApplicationScoped
public class ManageSecondFactor {
    private static final Logger LOG = Logger.getLogger(ManageSecondFactor.class.getName());
    private static final int CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final SecretBox box;

    @Inject
    ManageSecondFactor(Accounts accounts, SecondFactors factors, SignIn signIn, SecretBox box) {
        this.accounts = accounts;
        this.factors = factors;
        this.signIn = signIn;
        this.box = box;
    }

    @SuppressWarnings("NullAway")
    protected ManageSecondFactor() {
        this(null, null, null, null);
    }

    /**
     * @param possible whether the installation can keep secrets; the operator sets {@code fixtrail.secret-key}
     * @param on whether a code is asked for at each sign-in
     * @param codesLeft recovery codes that were not used
     */
    public record State(boolean possible, boolean on, long codesLeft) {}

    /**
     * A new secret, told this once; it counts as soon as a code of it is given.
     *
     * @param secret in Base32, to be typed in
     * @param uri for authenticator programs, to be shown as a picture
     */
    public record Begun(String secret, String uri) {
        /** Without the secret, so that none reaches a log. */
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    public State state(UUID accountId) {
        if (!box.isThere()) {
            return new State(false, false, 0);
        }
        Optional<SecondFactors.Factor> factor = factors.find(accountId).filter(SecondFactors.Factor::confirmed);
        return new State(
                true,
                factor.isPresent(),
                factor.map(SecondFactors.Factor::codesLeft).orElse(0L));
    }

    /** Asks for the password again, since it changes how the account is entered. */
    public Outcome<Begun> begin(UUID accountId, char[] password) {
        if (!box.isThere()) {
            return Outcome.refused(
                    "no-secret-key", "This installation cannot keep secrets: ask the operator to set a secret key.");
        }
        Account account = accounts.byId(accountId).orElseThrow(NotSignedIn::new);
        Optional<FieldProblem> wrong = signIn.passwordProblem(account, "password", password);
        if (wrong.isPresent()) {
            return Outcome.invalid(List.of(wrong.get()));
        }
        byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (!factors.begin(accountId, secret)) {
            return Outcome.refused("already-on", "The second factor is on already: turn it off first.");
        }
        String text = new Base32().encodeToString(secret);
        return Outcome.done(new Begun(text, uri(account.email(), text)));
    }

    /** Turns it on; answers the recovery codes, told this once. */
    public Outcome<List<String>> confirm(UUID accountId, String code) {
        Optional<SecondFactors.Factor> begun = factors.find(accountId);
        if (begun.isEmpty() || begun.get().confirmed()) {
            return Outcome.refused("not-begun", "Begin anew: there is no new secret to confirm.");
        }
        if (!factors.takesStep(accountId, begun.get(), code)) {
            return Outcome.invalid(
                    "code", "is not the one that the program shows now; is the clock of your phone right?");
        }
        LOG.info(() -> "account " + accountId + " has a second factor");
        return Outcome.done(newCodes(accountId));
    }

    /** New recovery codes in place of all before. */
    public Outcome<List<String>> renewCodes(UUID accountId, char[] password) {
        Account account = accounts.byId(accountId).orElseThrow(NotSignedIn::new);
        Optional<FieldProblem> wrong = signIn.passwordProblem(account, "password", password);
        if (wrong.isPresent()) {
            return Outcome.invalid(List.of(wrong.get()));
        }
        return account.secondFactor()
                ? Outcome.done(newCodes(accountId))
                : Outcome.refused("not-on", "The second factor is not on.");
    }

    /** Asks for both factors: neither alone weakens the sign-in. */
    public Outcome<UUID> turnOff(UUID accountId, char[] password, String code) {
        Account account = accounts.byId(accountId).orElseThrow(NotSignedIn::new);
        Optional<FieldProblem> wrong = signIn.passwordProblem(account, "password", password);
        if (wrong.isPresent()) {
            return Outcome.invalid(List.of(wrong.get()));
        }
        if (!(signIn.verifyCode(accountId, code) instanceof SignInResult.SignedIn)) {
            return Outcome.invalid("code", "is not the one that the program shows now, nor a recovery code");
        }
        factors.remove(accountId);
        LOG.info(() -> "account " + accountId + " has no second factor any more");
        return Outcome.done(accountId);
    }

    private List<String> newCodes(UUID accountId) {
        List<RecoveryCode> codes =
                Stream.generate(RecoveryCode::random).limit(CODES).toList();
        factors.setRecoveryCodes(accountId, codes);
        return codes.stream().map(RecoveryCode::shown).toList();
    }

    /** The form that Google Authenticator's key URI describes. */
    private static String uri(String email, String secret) {
        return "otpauth://totp/Fixtrail:" + email.replace("@", "%40") + "?secret=" + secret + "&issuer=Fixtrail";
    }
}
