package org.fixtrail.web.access;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Keys of machines and build pipelines. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Keys")
public class KeyResource {
    @Inject
    private ManageKeys keys;

    /** What a key shall be; kind is MACHINE or PIPELINE. */
    public record NewKeyJson(
            @Nullable KeyKind kind,
            @Nullable UUID systemId,
            @Nullable String label,
            @Nullable Integer days) {}

    /** An issued key; the secret is shown this once. */
    public record IssuedKeyJson(UUID id, String secret, Instant expiresAt) {}

    @POST
    @Operation(summary = "Issue a key for a machine or build pipeline of one AI system; its secret is shown once")
    public Response issue(@Nullable NewKeyJson key) {
        Pages.require(Permission.MANAGE_KEYS);
        if (key == null || key.kind() == null || key.systemId() == null) {
            throw new BadRequest("body", "needs kind and systemId");
        }
        int days = key.days() == null ? NewKey.MOST_DAYS : key.days();
        return Answers.of(
                keys.issue(new NewKey(requireNonNullElse(key.label(), ""), days), key.kind(), key.systemId()),
                issued -> Response.status(Response.Status.CREATED)
                        .entity(new IssuedKeyJson(issued.id(), issued.secret(), issued.expiresAt()))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a key, at once")
    public Response revoke(@PathParam("id") String id) {
        keys.revoke(Params.id("id", id));
        return Response.noContent().build();
    }
}
