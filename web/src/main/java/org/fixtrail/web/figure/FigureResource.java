package org.fixtrail.web.figure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.figure.FigureQuery;
import org.fixtrail.services.figure.MeasureFigures;
import org.fixtrail.services.organisation.ShowOrganisation;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The figures of a year or another period. */
@Path("/figures")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Figures and reviews")
public class FigureResource {
    private static final String ABOUT =
            "year is by the calendar of the organisation's zone; in its place from and to name a period, to being the"
                    + " first moment after it. knownAt is a size of the ledger or a moment, which resolves to the ledger's"
                    + " size then. The same asOf and knownAt always give the same figures. Lengths are seconds. What has"
                    + " no value says why: NO_DATA, NOT_REACHED or NOT_APPLICABLE, never zero.";

    @Inject
    private MeasureFigures measure;

    @Inject
    private ShowOrganisation organisations;

    @GET
    @Operation(summary = "Compute the figures of a period", description = ABOUT)
    public Response figures(
            @QueryParam("year") @Nullable String year,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("system") @Nullable String system,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return Answers.of(
                measure.measure(query(year, from, to, system, asOf, knownAt)),
                figures -> Response.ok(FiguresJson.of(figures)).build());
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    @Operation(summary = "Compute the figures of a period, as CSV with a line for each", description = ABOUT)
    public Response csv(
            @QueryParam("year") @Nullable String year,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("system") @Nullable String system,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return Answers.of(
                measure.measure(query(year, from, to, system, asOf, knownAt)),
                figures -> Response.ok(FiguresCsv.write(figures), "text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"fixtrail-figures.csv\"")
                        .build());
    }

    private FigureQuery query(
            @Nullable String year,
            @Nullable String from,
            @Nullable String to,
            @Nullable String system,
            @Nullable String asOf,
            @Nullable String knownAt) {
        Pages.require(Permission.VIEW_RECORD);
        Long size = knownAt != null && knownAt.matches("\\d{1,15}") ? Long.valueOf(knownAt) : null;
        Span span = Span.of(year, Params.moment("from", from), Params.moment("to", to), zone());
        return new FigureQuery(
                span.from(),
                span.to(),
                Params.idOrNull("system", system),
                Params.moment("asOf", asOf),
                size,
                size == null ? Params.moment("knownAt", knownAt) : null);
    }

    private ZoneId zone() {
        return ZoneId.of(organisations.mine().zone());
    }

    /** A year, or two moments. */
    public record Span(Instant from, Instant to) {
        /** @throws BadRequest where it is neither, or both */
        public static Span of(@Nullable String year, @Nullable Instant from, @Nullable Instant to, ZoneId zone) {
            if (year == null || year.isEmpty()) {
                if (from == null || to == null) {
                    throw new BadRequest("year", "must be given, or from and to in its place");
                }
                return new Span(from, to);
            }
            if (from != null || to != null) {
                throw new BadRequest("year", "stands for itself: leave from and to out");
            }
            Period period = Period.year(year).orElseThrow(() -> new BadRequest("year", "must be a year like 2026"));
            return new Span(period.begin(zone), period.end(zone));
        }
    }
}
