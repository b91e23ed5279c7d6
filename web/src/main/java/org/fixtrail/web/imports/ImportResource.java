package org.fixtrail.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.imports.FindImports;
import org.fixtrail.services.imports.ImportMapping;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.JobJson;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Imports of recorded history. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Imports")
public class ImportResource {
    private static final int MAPPING_BYTES = 1 << 17;

    @Inject
    private RequestImport request;

    @Inject
    private FindImports find;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import failures from a CSV or JSON Lines file",
            description =
                    "multipart/form-data with the parts data (the file) and mapping (YAML, see the guide). Answers 202"
                            + " with a job whose progress can be asked for. A re-run imports nothing twice.")
    public Response request(List<EntityPart> parts) throws IOException {
        Pages.require(Permission.IMPORT_HISTORY);
        EntityPart data = part(parts, "data");
        EntityPart rules = part(parts, "mapping");
        rules.getFileName().flatMap(ImportMapping::nameProblem).ifPresent(problem -> {
            throw new BadRequest("mapping", problem);
        });
        byte[] mapping = bytes(rules, MAPPING_BYTES);
        return Answers.of(
                request.request(data.getFileName().orElse("data"), bytes(data, RequestImport.MOST_BYTES + 1), mapping),
                job -> Response.accepted(JobJson.of(find.one(job))).build());
    }

    @GET
    @Operation(summary = "List imports, newest first")
    public PageJson<JobJson> list(
            @QueryParam("offset") @Nullable Integer offset, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(find.list(page).map(JobJson::of), page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show an import with its progress and, once done, its counts")
    public JobJson one(@PathParam("id") String id) {
        return JobJson.of(find.one(Params.id("id", id)));
    }

    @GET
    @Path("{id}/notes")
    @Operation(summary = "List rows that were rejected, repeated, or kept with contradictory times, by line")
    public PageJson<FindImports.Note> notes(
            @PathParam("id") String id,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        UUID job = Params.id("id", id);
        return PageJson.of(find.notes(job, page), page);
    }

    private static EntityPart part(List<EntityPart> parts, String name) {
        return parts.stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow(() -> new BadRequest(name, "is needed, as a part of the form"));
    }

    private static byte[] bytes(EntityPart part, int most) throws IOException {
        try (InputStream content = part.getContent()) {
            return content.readNBytes(most);
        }
    }
}
