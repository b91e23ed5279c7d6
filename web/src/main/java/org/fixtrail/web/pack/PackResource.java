package org.fixtrail.web.pack;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.services.pack.FindPacks;
import org.fixtrail.services.pack.IssuePack;
import org.fixtrail.services.pack.PackRequest;
import org.fixtrail.services.pack.SealCertificate;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.JobJson;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** Evidence packs. */
@Path("/packs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Evidence packs")
public class PackResource {
    @Inject
    private IssuePack issue;

    @Inject
    private FindPacks find;

    @Inject
    private SealCertificate certificate;

    /** What a pack shall cover; what is left out does not narrow it. */
    public record NewPackJson(
            @Nullable List<UUID> systems,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant asOf) {}

    /** An issued pack. */
    public record PackJson(
            UUID id,
            Instant issuedAt,
            @JsonRawValue String scope,
            long failures,
            long ledgerSize,
            String ledgerRoot,
            String sha256,
            long size) {
        static PackJson of(EvidencePack pack) {
            return new PackJson(
                    pack.id(),
                    pack.recordedAt(),
                    pack.scope(),
                    pack.failures(),
                    pack.knownAt(),
                    pack.root().toString(),
                    pack.fileSha256().toString(),
                    pack.fileSize());
        }
    }

    @POST
    @Operation(summary = "Issue an evidence pack; answers 202 with a job, whose result names the pack")
    public Response issue(@Nullable NewPackJson wanted) {
        NewPackJson given = wanted == null ? new NewPackJson(null, null, null, null) : wanted;
        PackRequest request = new PackRequest(
                given.systems() == null ? List.of() : given.systems(), given.from(), given.to(), given.asOf());
        return Answers.of(
                issue.request(request),
                job -> Response.accepted(new Requested(job)).build());
    }

    /** Names the job that makes the pack. */
    public record Requested(UUID job) {}

    @GET
    @Operation(summary = "List issued packs, newest first")
    public PageJson<PackJson> list(
            @QueryParam("offset") @Nullable Integer offset, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(find.list(page).map(PackJson::of), page);
    }

    @GET
    @Path("jobs/{id}")
    @Operation(summary = "Show how far the making of a pack is")
    public JobJson job(@PathParam("id") String id) {
        return JobJson.of(find.job(Params.id("id", id)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show an issued pack")
    public PackJson one(@PathParam("id") String id) {
        return PackJson.of(find.one(Params.id("id", id)));
    }

    @GET
    @Path("{id}/file")
    @Produces("application/pdf")
    @Operation(summary = "Download the sealed file")
    public Response file(@PathParam("id") String id) {
        UUID pack = Params.id("id", id);
        return download(find.file(pack), "application/pdf", "fixtrail-pack-" + pack + ".pdf");
    }

    @GET
    @Path("certificate")
    @Produces("application/x-pem-file")
    @Operation(summary = "Download the certificate of the seal, to keep and to compare")
    public Response certificate() {
        return download(certificate.pem(), "application/x-pem-file", "fixtrail-seal.pem");
    }

    private static Response download(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
