package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.access.Accounts.Account;
import org.fixtrail.services.access.Guesses.Count;
import org.fixtrail.services.access.MailedLinks.Link;
import org.fixtrail.services.access.MailedLinks.Purpose;

/**
 * A new password for who forgot theirs, by a link that is mailed. A second factor stays as it is. Precedes an organisation,
 * so it names no right.
 */
@ApplicationScoped
public class ResetPassword {
    private final Accounts accounts;
    private final MailedLinks links;
    private final Guesses guesses;
    private final AccountMailer mailer;
    private final Clock clock;
    private final String baseUrl;

    @Inject
    ResetPassword(
            Accounts accounts,
            MailedLinks links,
            Guesses guesses,
            AccountMailer mailer,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost:8080") String baseUrl) {
        this.accounts = accounts;
        this.links = links;
        this.guesses = guesses;
        this.mailer = mailer;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @SuppressWarnings("NullAway")
    protected ResetPassword() {
        this(null, null, null, null, null, "");
    }

    /** Whether links can be mailed at all. */
    public boolean isPossible() {
        return mailer.isConfigured();
    }

    /**
     * Mails a link to the address if there is an account; nothing tells whether there is. Takes as long as the mail server
     * takes: call it where nobody can measure that.
     */
    public void mailLink(String email, Visitor visitor) {
        String address = EmailAddress.normal(email);
        if (!EmailAddress.isWritten(email)
                || guesses.begin(List.of(Count.ofReset(address), Count.ofAddress(visitor)))
                        .isPresent()) {
            return;
        }
        accounts.byEmail(address).ifPresent(this::mail);
    }

    private void mail(Account account) {
        RandomToken token = links.make(account.id(), Purpose.RESET, null);
        mailer.send(account.email(), "Fixtrail: choose a new password", """
                Somebody, probably you, asked for a new password for %s.

                Choose it here within one hour; the link works once:
                %s/reset-password.xhtml?link=%s

                If it was not you, do nothing: your password stays as it is.
                """.formatted(
                        account.email(), baseUrl, token.text()));
    }

    /** The address whose password the link resets; empty if it does not work, or not any more. */
    public Optional<String> address(String link) {
        return links.read(link, Purpose.RESET).map(Link::email);
    }

    /** All sessions of the account end. */
    public Outcome<UUID> reset(String link, char[] newPassword) {
        Optional<Link> found = links.read(link, Purpose.RESET);
        if (found.isEmpty()) {
            return Outcome.refused("link-used", "The link does not work any more: ask for a new one.");
        }
        Optional<String> wrong = PasswordRules.problem(newPassword, found.get().email());
        if (wrong.isPresent()) {
            return Outcome.invalid("newPassword", wrong.get());
        }
        String hash = PasswordHash.of(newPassword);
        if (!links.take(link)) {
            return Outcome.refused("link-used", "The link does not work any more: ask for a new one.");
        }
        Instant now = Instant.now(clock);
        accounts.setPassword(found.get().accountId(), hash, null, now);
        accounts.verified(found.get().accountId(), now);
        return Outcome.done(found.get().accountId());
    }
}
