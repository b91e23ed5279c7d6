package org.fixtrail.services.organisation;

import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.AddedPerson;

/**
 * The answer to creating an organisation. Not an {@code Outcome}: a refusal is noted in the ledger of an organisation, and
 * here there is none.
 */
public sealed interface OrganisationResult {

    /** @param people in the order in which they were asked for */
    record Created(UUID organisationId, List<AddedPerson> people) implements OrganisationResult {}

    /** Nothing was done: the first organisation, or one of that name, is there. */
    record AlreadyThere() implements OrganisationResult {}

    /** Nothing was done: some fields are wrong. */
    record Invalid(List<FieldProblem> problems) implements OrganisationResult {}
}
