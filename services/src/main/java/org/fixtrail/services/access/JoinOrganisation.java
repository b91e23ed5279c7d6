package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.MailedLinks.Link;
import org.fixtrail.services.access.MailedLinks.Purpose;

/**
 * Takes up an invitation by the link that was mailed. Who proved the mailbox before keeps the password; anybody else chooses
 * one, which puts out whoever may have made the account in the owner's name. Precedes an organisation, so it names no right.
 */
@ApplicationScoped
public class JoinOrganisation {
    private final Accounts accounts;
    private final MailedLinks links;
    private final Invitations invitations;
    private final Clock clock;

    @Inject
    JoinOrganisation(Accounts accounts, MailedLinks links, Invitations invitations, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.invitations = invitations;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected JoinOrganisation() {
        this(null, null, null, null);
    }

    /** @param choosesPassword whether the person must choose a password to come in */
    public record Invited(String email, String organisation, boolean choosesPassword) {}

    /** Empty if the link does not work, or not any more. */
    public Optional<Invited> invited(String link) {
        return links.read(link, Purpose.INVITATION)
                .map(found ->
                        new Invited(found.email(), String.valueOf(found.organisationName()), !found.hasPassword()));
    }

    /** @param password the one to sign in with from now on; not looked at where the person has one already */
    public Outcome<UUID> join(String link, char[] password) {
        Optional<Link> found = links.read(link, Purpose.INVITATION);
        UUID organisation = found.map(Link::organisationId).orElse(null);
        if (organisation == null) {
            return linkUsed();
        }
        Link invitation = found.get();
        Optional<String> wrong =
                invitation.hasPassword() ? Optional.empty() : PasswordRules.problem(password, invitation.email());
        if (wrong.isPresent()) {
            return Outcome.invalid("newPassword", wrong.get());
        }
        Optional<UUID> person = CallerContext.as(
                joining(organisation, new UUID(0, 0)), () -> invitations.invited(invitation.accountId()));
        if (person.isEmpty()) {
            return linkUsed();
        }
        String hash = invitation.hasPassword() ? "" : PasswordHash.of(password);
        if (!links.take(link)) {
            return linkUsed();
        }
        Instant now = Instant.now(clock);
        if (!invitation.hasPassword()) {
            accounts.setPassword(invitation.accountId(), hash, null, now);
        }
        accounts.verified(invitation.accountId(), now);
        CallerContext.run(joining(organisation, person.get()), () -> invitations.join(person.get()));
        return Outcome.done(person.get());
    }

    private static Outcome<UUID> linkUsed() {
        return Outcome.refused("link-used", "The link does not work any more: ask who invited you for a new one.");
    }

    private static Caller joining(UUID organisation, UUID person) {
        return new Caller(
                organisation,
                new Actor(Actor.Kind.PERSON, person),
                "Invited person",
                person,
                EnumSet.of(Permission.JOIN),
                null);
    }
}
