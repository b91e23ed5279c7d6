package org.fixtrail.web.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.AddedPerson;
import org.fixtrail.services.access.GiveOneTimePassword;
import org.fixtrail.services.organisation.OrganisationResult;
import org.fixtrail.services.organisation.OrganisationRow;
import org.fixtrail.services.organisation.Tombstone;
import org.jspecify.annotations.Nullable;

/** Bodies of the operator's end points. */
final class OperatorJson {
    private OperatorJson() {}

    /**
     * An organisation with the two people whom the operator vouches for.
     *
     * @param administrator address of the first administrator
     * @param officer address of the first compliance officer
     * @param zone UTC if null
     */
    record WantedOrganisation(
            @Nullable String organisation,
            @Nullable String administrator,
            @Nullable String officer,
            @Nullable String zone) {}

    record MadeOrganisation(UUID organisationId, List<FirstPerson> people) {
        static MadeOrganisation of(OrganisationResult.Created created) {
            List<AddedPerson> people = created.people();
            return new MadeOrganisation(
                    created.organisationId(),
                    List.of(
                            FirstPerson.of(Role.ADMINISTRATOR, people.get(0)),
                            FirstPerson.of(Role.COMPLIANCE_OFFICER, people.get(1))));
        }
    }

    /** @param oneTimePassword null if the account existed before, and keeps its password */
    record FirstPerson(Role role, String email, @Nullable String oneTimePassword) {
        static FirstPerson of(Role role, AddedPerson person) {
            return new FirstPerson(role, person.email(), person.password());
        }
    }

    /**
     * What is to become of an organisation.
     *
     * @param reason for closing it or opening it again
     * @param exportSha256 of the export that the operator holds, for deleting it
     */
    record WantedStep(
            @Nullable String organisation,
            @Nullable String reason,
            @Nullable String exportSha256) {}

    record Organisations(List<KnownOrganisation> organisations, List<DeletedOrganisation> deleted) {}

    /** Times are null where it did not happen; see {@link OrganisationRow}. */
    record KnownOrganisation(
            UUID id,
            String name,
            Instant createdAt,
            long people,
            @Nullable Instant closedAt,
            @Nullable Instant keepUntil,
            @Nullable Instant exportedAt,
            @Nullable String exportSha256) {
        static KnownOrganisation of(OrganisationRow row) {
            Sha256 export = row.exportSha256();
            return new KnownOrganisation(
                    row.id(),
                    row.name(),
                    row.createdAt(),
                    row.people(),
                    row.closedAt(),
                    row.keepUntil(),
                    row.exportedAt(),
                    export == null ? null : export.toString());
        }
    }

    record DeletedOrganisation(
            UUID id,
            String nameSha256,
            Instant closedAt,
            Instant keepUntil,
            String exportSha256,
            long ledgerSize,
            String ledgerRoot,
            Instant deletedAt) {
        static DeletedOrganisation of(Tombstone tombstone) {
            return new DeletedOrganisation(
                    tombstone.id(),
                    tombstone.nameSha256().toString(),
                    tombstone.closedAt(),
                    tombstone.keepUntil(),
                    tombstone.exportSha256().toString(),
                    tombstone.ledgerSize(),
                    tombstone.ledgerRoot().toString(),
                    tombstone.deletedAt());
        }
    }

    /**
     * Whose password is to be replaced.
     *
     * @param email address of the account
     * @param withoutSecondFactor false if it is not given
     */
    record WantedPassword(@Nullable String email, boolean withoutSecondFactor) {}

    record NewPassword(String email, String oneTimePassword, boolean secondFactorRemoved) {
        static NewPassword of(GiveOneTimePassword.Answer.Given given) {
            return new NewPassword(given.email(), given.password(), given.factorRemoved());
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
