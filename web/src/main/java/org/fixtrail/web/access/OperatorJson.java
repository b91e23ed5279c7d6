package org.fixtrail.web.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.organisation.OrganisationResult;
import org.jspecify.annotations.Nullable;

/** Bodies of the operator's end points. */
final class OperatorJson {
    private OperatorJson() {}

    /** @param zone UTC if null */
    record Bootstrap(
            @Nullable String organisation,
            @Nullable String email,
            @Nullable String zone) {}

    record Bootstrapped(String email, @Nullable String oneTimePassword, UUID organisationId) {
        static Bootstrapped of(OrganisationResult.Created created) {
            AddedPerson administrator = created.people().get(0);
            return new Bootstrapped(administrator.email(), administrator.password(), created.organisationId());
        }
    }

    /** @param zone UTC if null */
    record Demo(
            @Nullable String organisation,
            @Nullable String zone,
            @Nullable List<WantedPerson> people) {}

    record WantedPerson(
            @Nullable String email,
            @Nullable String name,
            @Nullable Set<Role> roles) {}

    record DemoMade(UUID organisationId, List<DemoPerson> people) {}

    /** @param password null if the account existed before */
    record DemoPerson(String email, @Nullable String password, String token, Set<Role> roles) {}
}
