package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.ManageOwnTokens;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.NewPeople.PasswordUse;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.organisation.CreateOrganisation;
import org.fixtrail.services.organisation.NewOrganisation;
import org.fixtrail.services.organisation.OrganisationResult;
import org.jspecify.annotations.Nullable;

/** Calls the use cases as the operator, and for the demonstration's tokens as each of the people. */
@ApplicationScoped
class OperatorActions {
    private static final NewKey DEMO_TOKEN = new NewKey("Demonstration", 90);

    private final CreateOrganisation createOrganisation;
    private final ManageOwnTokens tokens;
    private final Callers callers;

    @Inject
    OperatorActions(CreateOrganisation createOrganisation, ManageOwnTokens tokens, Callers callers) {
        this.createOrganisation = createOrganisation;
        this.tokens = tokens;
        this.callers = callers;
    }

    @SuppressWarnings("NullAway")
    protected OperatorActions() {
        this(null, null, null);
    }

    OrganisationResult bootstrap(OperatorJson.Bootstrap wanted) {
        NewPerson administrator = new NewPerson(text(wanted.email()), "Administrator", Set.of(Role.ADMINISTRATOR));
        NewOrganisation organisation = new NewOrganisation(
                text(wanted.organisation()), zone(wanted.zone()), List.of(administrator), PasswordUse.ONE_TIME);
        return CallerContext.as(newOperator(), () -> createOrganisation.createFirst(organisation));
    }

    OrganisationResult demo(OperatorJson.Demo wanted) {
        List<NewPerson> people =
                Objects.requireNonNullElse(wanted.people(), List.<OperatorJson.WantedPerson>of()).stream()
                        .map(person -> new NewPerson(
                                text(person.email()),
                                text(person.name()),
                                Objects.requireNonNullElse(person.roles(), Set.<Role>of())))
                        .toList();
        NewOrganisation organisation =
                new NewOrganisation(text(wanted.organisation()), zone(wanted.zone()), people, PasswordUse.LASTING);
        return CallerContext.as(newOperator(), () -> createOrganisation.create(organisation));
    }

    List<OperatorJson.DemoPerson> withTokens(OrganisationResult.Created created, OperatorJson.Demo wanted) {
        List<OperatorJson.WantedPerson> asked = Objects.requireNonNull(wanted.people());
        List<OperatorJson.DemoPerson> people = new ArrayList<>();
        for (int i = 0; i < created.people().size(); i++) {
            AddedPerson person = created.people().get(i);
            String token = token(person, created.organisationId()).secret();
            Set<Role> roles = Objects.requireNonNull(asked.get(i).roles());
            people.add(new OperatorJson.DemoPerson(person.email(), person.password(), token, roles));
        }
        return people;
    }

    private IssuedKey token(AddedPerson person, UUID organisationId) {
        Caller caller = callers.ofPerson(organisationId, person.personId()).orElseThrow();
        Outcome<IssuedKey> outcome = CallerContext.as(caller, () -> tokens.issue(DEMO_TOKEN, Scopes.ALL));
        if (outcome instanceof Outcome.Done<IssuedKey> done) {
            return done.value();
        }
        throw new IllegalStateException("no token was issued: " + outcome);
    }

    private static Caller newOperator() {
        return Caller.operator(UUID.randomUUID());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static String zone(@Nullable String given) {
        return given == null ? "UTC" : given;
    }
}
