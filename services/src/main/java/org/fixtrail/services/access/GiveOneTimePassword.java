package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Accounts.Account;
import org.fixtrail.services.access.Replacements.Replacement;

/**
 * Gives an account a one-time password in place of its own, where no mail can bring a link; the operator hands it over. Goes
 * on record in each organisation that the account may enter, and only then is told: a password that somebody holds is on
 * record everywhere.
 */
@ApplicationScoped
public class GiveOneTimePassword {
    private static final Logger LOG = Logger.getLogger(GiveOneTimePassword.class.getName());

    private final Accounts accounts;
    private final Replacements replacements;
    private final PeopleDirectory directory;

    @Inject
    GiveOneTimePassword(Accounts accounts, Replacements replacements, PeopleDirectory directory) {
        this.accounts = accounts;
        this.replacements = replacements;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway")
    protected GiveOneTimePassword() {
        this(null, null, null);
    }

    /** Not an {@link Outcome}: a refusal of those is noted in the ledger of the caller's organisation, and there is none. */
    public sealed interface Answer {

        /**
         * @param password told this once
         * @param factorRemoved whether a second factor was on, and is no more
         */
        record Given(String email, String password, boolean factorRemoved) implements Answer {
            /** Without the password, so that none reaches a log. */
            @Override
            public String toString() {
                return "Given[" + email + "]";
            }
        }

        /** @param reason what speaks against it, for the operator */
        record Refused(String reason) implements Answer {}
    }

    /**
     * All sessions of the account end.
     *
     * @param withoutFactor whether to remove the second factor, which is lost
     */
    @Requires(Permission.OPERATE)
    public Answer give(String email, boolean withoutFactor) {
        if (directory.issuer().isPresent()) {
            return new Answer.Refused("Passwords are kept at the identity provider.");
        }
        Optional<Account> account =
                EmailAddress.isWritten(email) ? accounts.byEmail(EmailAddress.normal(email)) : Optional.empty();
        if (account.isEmpty()) {
            return new Answer.Refused("There is no account of this address.");
        }
        List<Membership> memberships = accounts.memberships(account.get().id());
        if (memberships.isEmpty()) {
            return new Answer.Refused("This account has no access to any organisation: have its owner invited.");
        }
        return given(account.get(), memberships, withoutFactor && account.get().secondFactor());
    }

    private Answer given(Account account, List<Membership> memberships, boolean removeFactor) {
        String password = OneTimePassword.random();
        Replacement replacement = new Replacement(account.id(), PasswordHash.of(password.toCharArray()), removeFactor);
        for (Membership membership : memberships) {
            CallerContext.run(Caller.operator(membership.organisationId()), () -> replacements.carryOut(replacement));
        }
        LOG.info(() -> "account " + account.id() + " got a one-time password by the operator"
                + (removeFactor ? ", and lost its second factor" : ""));
        return new Answer.Given(account.email(), password, removeFactor);
    }
}
