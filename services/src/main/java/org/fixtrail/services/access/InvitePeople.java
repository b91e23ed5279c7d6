package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;

/**
 * Mails the link by which an invited person comes in. Only who reads the mailbox can open it, so that nobody, not even who
 * invites, takes the place of the person. No transaction is open while the mail goes out.
 */
@ApplicationScoped
public class InvitePeople {
    private final Invitations invitations;
    private final AccountMailer mailer;
    private final String baseUrl;

    @Inject
    InvitePeople(
            Invitations invitations,
            AccountMailer mailer,
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost:8080") String baseUrl) {
        this.invitations = invitations;
        this.mailer = mailer;
        this.baseUrl = baseUrl;
    }

    @SuppressWarnings("NullAway")
    protected InvitePeople() {
        this(null, null, "");
    }

    /** Answers the address; an earlier link works no more. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<String> invite(UUID personId) {
        if (!mailer.isConfigured()) {
            return Outcome.refused("no-mail", "There is no mail server: ask the operator to set one.");
        }
        Optional<Invitations.Invitation> prepared = invitations.prepare(personId);
        if (prepared.isEmpty()) {
            return Outcome.refused(
                    "joined", "This person has taken up the invitation already, or has no access any more.");
        }
        Invitations.Invitation invitation = prepared.get();
        Optional<String> problem = mailer.send(
                invitation.email(), "Fixtrail: you are invited to " + invitation.organisation(), text(invitation));
        invitations.note(personId, problem);
        return problem.isEmpty()
                ? Outcome.done(invitation.email())
                : Outcome.refused(
                        "not-mailed",
                        "The mail server did not take the invitation (" + problem.get()
                                + "). Nothing is lost: invite again when it works.");
    }

    private String text(Invitations.Invitation invitation) {
        return """
                You are invited to follow the failures of AI systems of %s in Fixtrail.

                Come in here within seven days; the link works once:
                %s/join.xhtml?link=%s

                If you do not know who invites you, do nothing.
                """.formatted(
                        invitation.organisation(), baseUrl, invitation.token().text());
    }
}
