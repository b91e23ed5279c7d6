package org.fixtrail.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.ledger.LedgerCheckResult;
import org.fixtrail.services.ledger.LedgerHead;
import org.jspecify.annotations.Nullable;

/** The organisation's ledger. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Ledger")
public class LedgerResource {
    @Inject
    private CheckLedger check;

    /** What the check found; the last two are null where all is right. */
    public record CheckJson(
            boolean ok,
            long checked,
            String root,
            @Nullable Long firstBad,
            @Nullable String problem) {}

    @GET
    @Path("head")
    @Operation(summary = "Size, root hash and time of the last entry")
    public LedgerHead head() {
        return check.head();
    }

    @POST
    @Path("check")
    @Operation(summary = "Compare the ledger with the record, both ways; the first thing that is wrong is named")
    public CheckJson check() {
        LedgerCheckResult result = check.check();
        return new CheckJson(result.ok(), result.checked(), result.root(), result.firstBad(), result.problem());
    }
}
