package org.fixtrail.web.access;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.PageJson;
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
    private static final int USUAL_OVERLAP_DAYS = 7;

    @Inject
    private ManageKeys keys;

    /** What a key shall be; kind is MACHINE or PIPELINE; scopes are a machine's, SEND_SIGNALS alone if there are none. */
    public record NewKeyJson(
            @Nullable KeyKind kind,
            @Nullable UUID systemId,
            @Nullable String label,
            @Nullable Integer days,
            @Nullable Set<Permission> scopes) {}

    /** How long the new secret works, and how long the old one still does beside it; 365 and 7 days if nothing is said. */
    public record RotationJson(
            @Nullable Integer days, @Nullable Integer overlapDays) {}

    /** Who answers for a key from now on: an administrator. */
    public record AnswererJson(@Nullable UUID personId) {}

    /** A key without its secret, which nobody can see again; replaces and replacedBy lead along its chain. */
    public record KeyJson(
            UUID id,
            KeyKind kind,
            String label,
            @Nullable String system,
            List<String> scopes,
            String person,
            boolean personHasAccess,
            KeyRow.State state,
            Instant createdAt,
            Instant expiresAt,
            boolean expiresSoon,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy) {
        static KeyJson of(KeyRow key) {
            return new KeyJson(
                    key.id(),
                    key.kind(),
                    key.label(),
                    key.systemName(),
                    List.of(key.scopes().toString().split(",", -1)),
                    key.personName(),
                    !key.left(),
                    key.state(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.expiresSoon(),
                    key.revokedAt(),
                    key.lastUsedAt(),
                    key.replaces(),
                    key.replacedBy());
        }
    }

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
        Set<Permission> usual = key.kind() == KeyKind.MACHINE ? Set.of(Permission.SEND_SIGNALS) : Set.of();
        return issued(keys.issue(
                new NewKey(requireNonNullElse(key.label(), ""), days),
                key.kind(),
                key.systemId(),
                requireNonNullElse(key.scopes(), usual)));
    }

    @GET
    @Operation(summary = "List keys, newest first, without their secrets")
    public PageJson<KeyJson> list(
            @QueryParam("offset") @Nullable Integer offset, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(keys.keys(page).map(KeyJson::of), page);
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            summary =
                    "Issue another secret for the same purpose; the old one works on for the overlap, at most 30 days")
    public Response rotate(@PathParam("id") String id, @Nullable RotationJson rotation) {
        Integer days = rotation == null ? null : rotation.days();
        Integer overlap = rotation == null ? null : rotation.overlapDays();
        return issued(keys.rotate(
                Params.id("id", id),
                requireNonNullElse(days, NewKey.MOST_DAYS),
                requireNonNullElse(overlap, USUAL_OVERLAP_DAYS)));
    }

    @PUT
    @Path("{id}/person")
    @Operation(summary = "Name another administrator who answers for a key")
    public Response reassign(@PathParam("id") String id, @Nullable AnswererJson answerer) {
        if (answerer == null || answerer.personId() == null) {
            throw new BadRequest("body", "needs personId");
        }
        return Answers.of(
                keys.reassign(Params.id("id", id), answerer.personId()),
                key -> Response.noContent().build());
    }

    private static Response issued(Outcome<IssuedKey> outcome) {
        return Answers.of(
                outcome,
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
