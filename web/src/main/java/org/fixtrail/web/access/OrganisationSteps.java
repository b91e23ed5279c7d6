package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.organisation.CloseOrganisation;
import org.fixtrail.services.organisation.DeleteOrganisation;
import org.fixtrail.services.organisation.ExportOrganisation;
import org.fixtrail.services.organisation.ExportedFile;
import org.fixtrail.services.organisation.LifeResult;
import org.fixtrail.services.organisation.ListOrganisations;
import org.fixtrail.services.organisation.OrganisationRow;
import org.jspecify.annotations.Nullable;

/** Calls the use cases on one organisation, by its name, as the operator within it. */
@ApplicationScoped
class OrganisationSteps {
    private final ListOrganisations organisations;
    private final CloseOrganisation close;
    private final ExportOrganisation export;
    private final DeleteOrganisation delete;

    @Inject
    OrganisationSteps(
            ListOrganisations organisations,
            CloseOrganisation close,
            ExportOrganisation export,
            DeleteOrganisation delete) {
        this.organisations = organisations;
        this.close = close;
        this.export = export;
        this.delete = delete;
    }

    @SuppressWarnings("NullAway")
    protected OrganisationSteps() {
        this(null, null, null, null);
    }

    Optional<OrganisationRow> find(@Nullable String name) {
        return CallerContext.as(
                Caller.operator(UUID.randomUUID()), () -> organisations.named(name == null ? "" : name));
    }

    LifeResult close(OperatorJson.WantedStep wanted) {
        return within(wanted, organisation -> close.close(text(wanted.reason())));
    }

    LifeResult reopen(OperatorJson.WantedStep wanted) {
        return within(wanted, organisation -> close.reopen(text(wanted.reason())));
    }

    LifeResult delete(OperatorJson.WantedStep wanted) {
        Sha256 hash;
        try {
            hash = Sha256.parse(text(wanted.exportSha256()));
        } catch (IllegalArgumentException e) {
            return new LifeResult.Refused("The SHA-256 of the export is needed, in hexadecimal.");
        }
        return within(wanted, organisation -> delete.delete(organisation, hash));
    }

    /** On record once the last byte is written: an export that broke off counts for nothing. */
    void export(OrganisationRow organisation, OutputStream out) throws IOException {
        try {
            CallerContext.run(Caller.operator(organisation.id()), () -> {
                ExportedFile file = written(out);
                close.exported(file.sha256(), file.size());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ExportedFile written(OutputStream out) {
        try {
            return export.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LifeResult within(OperatorJson.WantedStep wanted, Function<OrganisationRow, LifeResult> step) {
        return find(wanted.organisation())
                .map(organisation ->
                        CallerContext.as(Caller.operator(organisation.id()), () -> step.apply(organisation)))
                .orElseGet(() -> new LifeResult.Refused("There is no organisation of this name."));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
