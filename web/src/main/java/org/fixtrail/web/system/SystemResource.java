package org.fixtrail.web.system;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.domain.system.TrafficReport;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** AI systems. */
@Path("/systems")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "AI systems")
public class SystemResource {
    @Inject
    private FindSystems find;

    @Inject
    private ManageSystems manage;

    /** An AI system in a list. */
    public record SystemRowJson(SystemJson system, long failures, long open) {}

    /** A version; of what is sent, id is not read. */
    public record VersionJson(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Instant releasedAt,
            @Nullable String note) {
        static VersionJson of(SystemVersion version) {
            return new VersionJson(version.id(), version.name(), version.releasedAt(), version.note());
        }
    }

    /** Interactions between two moments; of what is sent, id is not read. */
    public record TrafficJson(
            @Nullable UUID id,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long interactions,
            @Nullable String source) {
        static TrafficJson of(TrafficReport report) {
            return new TrafficJson(report.id(), report.fromAt(), report.toAt(), report.interactions(), report.source());
        }
    }

    /** One AI system with what belongs to it. */
    public record SystemViewJson(SystemJson system, List<VersionJson> versions, List<TrafficJson> traffic) {}

    /** What was made. */
    public record CreatedJson(UUID id) {}

    @GET
    @Operation(summary = "List AI systems by name, with their number of failures")
    public PageJson<SystemRowJson> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(
                find.list(Params.text("text", text), page)
                        .map(row -> new SystemRowJson(SystemJson.of(row.system()), row.failures(), row.open())),
                page);
    }

    @POST
    @Operation(summary = "Add an AI system")
    public Response add(SystemJson system) {
        return Answers.of(manage.add(present(system).facts()), SystemResource::created);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show an AI system with its versions and reported traffic")
    public SystemViewJson one(@PathParam("id") String id) {
        FindSystems.SystemView view = find.one(Params.id("id", id));
        return new SystemViewJson(
                SystemJson.of(view.system()),
                view.versions().stream().map(VersionJson::of).toList(),
                view.traffic().stream().map(TrafficJson::of).toList());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what an AI system is declared to be; what was declared before stays on record")
    public Response revise(@PathParam("id") String id, SystemJson system) {
        return Answers.of(
                manage.revise(Params.id("id", id), present(system).facts()),
                done -> Response.noContent().build());
    }

    @POST
    @Path("{id}/versions")
    @Operation(summary = "Add a version")
    public Response addVersion(@PathParam("id") String id, VersionJson version) {
        VersionJson given = present(version);
        return Answers.of(
                manage.addVersion(
                        Params.id("id", id),
                        requireNonNullElse(given.name(), ""),
                        needed("releasedAt", given.releasedAt()),
                        requireNonNullElse(given.note(), "")),
                SystemResource::created);
    }

    @POST
    @Path("{id}/traffic")
    @Operation(summary = "Report how many interactions the AI system had between two moments")
    public Response reportTraffic(@PathParam("id") String id, TrafficJson traffic) {
        TrafficJson given = present(traffic);
        return Answers.of(
                manage.reportTraffic(
                        Params.id("id", id),
                        needed("from", given.from()),
                        needed("to", given.to()),
                        needed("interactions", given.interactions()),
                        requireNonNullElse(given.source(), "")),
                SystemResource::created);
    }

    private static Response created(UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(new CreatedJson(id))
                .build();
    }

    private static <T> T present(@Nullable T body) {
        return needed("body", body);
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new BadRequest(name, "is needed");
        }
        return value;
    }
}
