package org.fixtrail.web.intake;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.services.intake.Intake;
import org.fixtrail.services.intake.NewReport;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** Reports of people and programs outside, by the address of a form. */
@Path("/intake")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Reports from outside")
public class IntakeResource {
    @Inject
    private Intake intake;

    /** What somebody outside reports. */
    public record NewReportJson(
            @Nullable Reporter reporter,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String title,
            @Nullable String description,
            @Nullable String version,
            @Nullable Instant happenedAt) {}

    /** The number by which it can be asked after. */
    public record TakenJson(UUID receipt) {}

    @POST
    @Path("{address}")
    @SecurityRequirements
    @Operation(
            summary = "Report a failure from outside, without signing in",
            description = "By the id that stands in the address of a reporting form. From the moment of the answer the"
                    + " organisation can be aware of what is reported.")
    public Response report(@PathParam("address") String address, @Nullable NewReportJson report) {
        UUID to = Params.id("reporting form", address);
        if (report == null || report.reporter() == null || report.title() == null) {
            throw new BadRequest("body", "needs reporter and title");
        }
        NewReport wanted = new NewReport(
                report.reporter(),
                requireNonNullElse(report.name(), ""),
                requireNonNullElse(report.contact(), ""),
                report.title(),
                requireNonNullElse(report.description(), ""),
                requireNonNullElse(report.version(), ""),
                report.happenedAt());
        return Answers.of(
                intake.report(to, wanted),
                receipt -> Response.status(Response.Status.CREATED)
                        .entity(new TakenJson(receipt))
                        .build());
    }
}
