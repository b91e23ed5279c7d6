package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;

/**
 * Adds people and invites them, here or at the identity provider that keeps them. That one is asked first: where it is away,
 * nobody is added. Roles hold once a second person confirms them.
 */
@ApplicationScoped
public class AddPeople {
    private final ManagePeople people;
    private final InvitePeople invite;
    private final Invitations invitations;
    private final PeopleDirectory directory;
    private final ExternalAccounts accounts;

    @Inject
    AddPeople(
            ManagePeople people,
            InvitePeople invite,
            Invitations invitations,
            PeopleDirectory directory,
            ExternalAccounts accounts) {
        this.people = people;
        this.invite = invite;
        this.invitations = invitations;
        this.directory = directory;
        this.accounts = accounts;
    }

    @SuppressWarnings("NullAway")
    protected AddPeople() {
        this(null, null, null, null, null);
    }

    /** @param reason why the roles are given; needed where they conflict */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<WelcomedPerson> add(NewPerson wanted, String reason) {
        Optional<String> issuer = directory.issuer();
        return issuer.isPresent() ? addThere(issuer.get(), wanted, reason) : addHere(wanted, reason);
    }

    private Outcome<WelcomedPerson> addHere(NewPerson wanted, String reason) {
        Outcome<AddedPerson> outcome = people.add(wanted, reason);
        if (outcome instanceof Outcome.Refused<AddedPerson> refused) {
            return refused.as();
        }
        AddedPerson added = ((Outcome.Done<AddedPerson>) outcome).value();
        String password = added.password();
        return Outcome.done(new WelcomedPerson(
                added.personId(),
                added.email(),
                password == null
                        ? invite.invite(added.personId())
                        : Outcome.done(Welcome.byHand(added.email(), password))));
    }

    private Outcome<WelcomedPerson> addThere(String issuer, NewPerson wanted, String reason) {
        Optional<Outcome.Refused<AddedPerson>> wrong = people.wrong(wanted, reason);
        if (wrong.isPresent()) {
            return wrong.get().as();
        }
        Outcome<Invitation> asked = directory.invite(
                EmailAddress.normal(wanted.email()), wanted.displayName().strip());
        if (asked instanceof Outcome.Refused<Invitation> refused) {
            return Outcome.refused(refused.rule(), refused.reason() + " Nobody was added: try again later.");
        }
        Invitation invitation = ((Outcome.Done<Invitation>) asked).value();
        // an address that the provider has not verified must not lead to an account that somebody else has here
        UUID account = accounts.account(
                ExternalIdentity.found(issuer, invitation.subject(), invitation.verifiedEmail(), wanted.displayName()));
        Outcome<AddedPerson> outcome = people.addKnown(account, wanted, reason);
        if (outcome instanceof Outcome.Refused<AddedPerson> refused) {
            return refused.as();
        }
        AddedPerson added = ((Outcome.Done<AddedPerson>) outcome).value();
        invitations.note(added.personId(), Optional.empty());
        return Outcome.done(new WelcomedPerson(
                added.personId(), added.email(), Outcome.done(Welcome.of(added.email(), invitation))));
    }
}
