package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;

/**
 * Mails the link by which an invited person comes in. Only who reads the mailbox can open it, so that nobody, not even who
 * invites, takes the place of the person. No transaction is open while the mail goes out.
 */
@ApplicationScoped
public class InvitePeople {
    private final Invitations invitations;
    private final AccountMailer mailer;
    private final PeopleDirectory directory;
    private final String baseUrl;

    @Inject
    InvitePeople(
            Invitations invitations,
            AccountMailer mailer,
            PeopleDirectory directory,
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost:8080") String baseUrl) {
        this.invitations = invitations;
        this.mailer = mailer;
        this.directory = directory;
        this.baseUrl = baseUrl;
    }

    @SuppressWarnings("NullAway")
    protected InvitePeople() {
        this(null, null, null, "");
    }

    /** An earlier link works no more. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<Welcome> invite(UUID personId) {
        return directory.issuer().isPresent() ? inviteThere(personId) : inviteHere(personId);
    }

    private Outcome<Welcome> inviteThere(UUID personId) {
        Optional<Person> awaited = invitations.awaited(personId);
        if (awaited.isEmpty()) {
            return notAwaited();
        }
        String email = awaited.get().email();
        if (email.isEmpty()) {
            // found at the provider, which has not made sure of the address; asked about none, it might name anybody
            return Outcome.refused(
                    "no-address",
                    "The sign-in server has not verified an e-mail address of this person, so that nothing can be mailed."
                            + " Who has an account there can sign in all the same.");
        }
        Outcome<Invitation> asked = directory.invite(email, awaited.get().displayName());
        if (asked instanceof Outcome.Refused<Invitation> refused) {
            invitations.note(personId, Optional.of(refused.reason()));
            return Outcome.refused(refused.rule(), refused.reason() + " Try again later.");
        }
        invitations.note(personId, Optional.empty());
        return Outcome.done(Welcome.of(email, ((Outcome.Done<Invitation>) asked).value()));
    }

    private static <T> Outcome<T> notAwaited() {
        return Outcome.refused("joined", "This person has taken up the invitation already, or has no access any more.");
    }

    private Outcome<Welcome> inviteHere(UUID personId) {
        if (!mailer.isConfigured()) {
            return Outcome.refused("no-mail", "There is no mail server: ask the operator to set one.");
        }
        Optional<Invitations.Invitation> prepared = invitations.prepare(personId);
        if (prepared.isEmpty()) {
            return notAwaited();
        }
        Invitations.Invitation invitation = prepared.get();
        Optional<String> problem = mailer.send(
                invitation.email(), "Fixtrail: you are invited to " + invitation.organisation(), text(invitation));
        invitations.note(personId, problem);
        return problem.isEmpty()
                ? Outcome.done(new Welcome(
                        invitation.email(), "An invitation was mailed to " + invitation.email() + ".", null))
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
