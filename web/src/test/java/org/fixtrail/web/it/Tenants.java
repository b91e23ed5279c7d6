package org.fixtrail.web.it;

import static org.fixtrail.services.access.CallerContext.as;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.NewPeople.PasswordUse;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.organisation.CreateOrganisation;
import org.fixtrail.services.organisation.NewOrganisation;
import org.fixtrail.services.organisation.OrganisationResult;

/** Makes organisations, each with as many people as a test asks for: hashing a password takes its time. */
@ApplicationScoped
public class Tenants {
    @Inject
    private CreateOrganisation create;

    @Inject
    private Callers callers;

    /** An organisation with one person for each role, and their callers in the same order. */
    Tenant with(Role... roles) {
        String name = "Organisation " + UUID.randomUUID();
        List<NewPerson> people = List.of(roles).stream()
                .map(role -> new NewPerson(UUID.randomUUID() + "@example.org", role.label(), Set.of(role)))
                .toList();
        Caller operator = Caller.operator(UUID.randomUUID());
        OrganisationResult result = as(
                operator,
                () -> create.create(new NewOrganisation(name, "Europe/Madrid", people, PasswordUse.ONE_TIME)));
        OrganisationResult.Created created = (OrganisationResult.Created) result;
        UUID id = created.organisationId();
        return new Tenant(
                id,
                created.people().stream()
                        .map(person -> callers.ofPerson(id, person.personId()).orElseThrow())
                        .toList());
    }

    /** An organisation with an administrator alone. */
    Tenant any() {
        return with(Role.ADMINISTRATOR);
    }
}
