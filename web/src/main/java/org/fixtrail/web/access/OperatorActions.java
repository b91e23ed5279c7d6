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
import org.fixtrail.services.organisation.ListOrganisations;
import org.fixtrail.services.organisation.NewOrganisation;
import org.fixtrail.services.organisation.OrganisationResult;
import org.jspecify.annotations.Nullable;

/** Calls the use cases as the operator, and for the demonstration's tokens as each of the people. */
@ApplicationScoped
class OperatorActions {
    private static final NewKey DEMO_TOKEN = new NewKey("Demonstration", 90);

    private final CreateOrganisation createOrganisation;
    private final ListOrganisations organisations;
    private final ManageOwnTokens tokens;
    private final Callers callers;

    @Inject
    OperatorActions(
            CreateOrganisation createOrganisation,
            ListOrganisations organisations,
            ManageOwnTokens tokens,
            Callers callers) {
        this.createOrganisation = createOrganisation;
        this.organisations = organisations;
        this.tokens = tokens;
        this.callers = callers;
    }

    @SuppressWarnings("NullAway")
    protected OperatorActions() {
        this(null, null, null, null);
    }

    /** Only if there is no organisation yet. */
    OrganisationResult bootstrap(OperatorJson.WantedOrganisation wanted) {
        return CallerContext.as(newOperator(), () -> createOrganisation.createFirst(organisation(wanted)));
    }

    OrganisationResult create(OperatorJson.WantedOrganisation wanted) {
        return CallerContext.as(newOperator(), () -> createOrganisation.create(organisation(wanted)));
    }

    /** Those there are, and those there were. */
    OperatorJson.Organisations organisations() {
        return CallerContext.as(
                newOperator(),
                () -> new OperatorJson.Organisations(
                        organisations.all().stream()
                                .map(OperatorJson.KnownOrganisation::of)
                                .toList(),
                        organisations.deleted().stream()
                                .map(OperatorJson.DeletedOrganisation::of)
                                .toList()));
    }

    private static NewOrganisation organisation(OperatorJson.WantedOrganisation wanted) {
        List<NewPerson> people = List.of(
                first(wanted.administrator(), Role.ADMINISTRATOR), first(wanted.officer(), Role.COMPLIANCE_OFFICER));
        return new NewOrganisation(text(wanted.organisation()), zone(wanted.zone()), people, PasswordUse.ONE_TIME);
    }

    private static NewPerson first(@Nullable String email, Role role) {
        return new NewPerson(text(email), role.label(), Set.of(role));
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
