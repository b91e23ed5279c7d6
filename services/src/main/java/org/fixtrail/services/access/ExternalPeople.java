package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a person here for whoever the identity provider vouches for, since the record names people by ids of its own. What
 * the provider says counts; what it takes away is gone from the next renewal on, and on record.
 */
@ApplicationScoped
public class ExternalPeople implements ExternalSignIn {
    private final ExternalAccounts rows;
    private final Accounts accounts;
    private final Sessions sessions;

    @Inject
    ExternalPeople(ExternalAccounts rows, Accounts accounts, Sessions sessions) {
        this.rows = rows;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @SuppressWarnings("NullAway")
    protected ExternalPeople() {
        this(null, null, null);
    }

    @Override
    public Outcome<Account> admit(ExternalIdentity identity) {
        Map<String, Set<Role>> claimed = identity.roles().byOrganisation();
        Optional<UUID> account = claimed.isEmpty()
                ? rows.find(identity.issuer(), identity.subject())
                : Optional.of(rows.account(identity));
        List<Membership> allowed = account.map(id -> enter(id, identity)).orElse(List.of());
        return allowed.isEmpty()
                ? Outcome.refused("no-role", withoutRole(identity))
                : Outcome.done(new Account(account.orElseThrow(), allowed));
    }

    private List<Membership> enter(UUID account, ExternalIdentity identity) {
        List<Membership> claimed = new ArrayList<>();
        identity.roles()
                .byOrganisation()
                .forEach((name, roles) -> rows.organisation(name).ifPresent(organisation -> {
                    within(organisation, () -> {
                        rows.mirror(account, identity, roles);
                        rows.arrive(account);
                    });
                    claimed.add(new Membership(organisation, name));
                }));
        List<Membership> allowed = new ArrayList<>();
        for (Membership membership : accounts.memberships(account)) {
            if (claimed.contains(membership)) {
                allowed.add(membership);
            } else {
                within(membership.organisationId(), () -> rows.takeAway(account));
            }
        }
        return allowed;
    }

    @Override
    public void end(String issuer, @Nullable String subject, @Nullable String providerSession) {
        if (providerSession != null) {
            sessions.endOfProvider(providerSession);
        } else if (subject != null) {
            rows.find(issuer, subject).ifPresent(sessions::endAll);
        }
    }

    @Override
    public KeyResult machine(ExternalMachine machine) {
        Optional<UUID> organisation = rows.organisation(machine.organisation());
        if (organisation.isEmpty()) {
            return new KeyResult.Rejected("There is no organisation with the name that the token carries.");
        }
        Optional<UUID> system =
                CallerContext.as(Caller.server(organisation.get()), () -> rows.system(machine.system()));
        if (system.isEmpty()) {
            return new KeyResult.Rejected("The token names no AI system of the organisation.");
        }
        return new KeyResult.Known(new Caller(
                organisation.get(),
                new Actor(Actor.Kind.KEY, id(machine)),
                machine.clientId(),
                null,
                machine.role().permissions(),
                system.get()));
    }

    private static void within(UUID organisation, Runnable work) {
        CallerContext.run(Caller.server(organisation), work);
    }

    private static String withoutRole(ExternalIdentity identity) {
        List<String> ignored = identity.roles().ignored();
        String said = "The sign-in server knows you as " + identity.displayName()
                + ", but you have no role in Fixtrail. Ask your administrator for one.";
        return ignored.isEmpty() ? said : said + " Not understood: " + String.join("; ", ignored);
    }

    /** The same for the same service account for ever. */
    private static UUID id(ExternalMachine machine) {
        return UUID.nameUUIDFromBytes((machine.issuer() + " " + machine.subject()).getBytes(StandardCharsets.UTF_8));
    }
}
