package org.fixtrail.web.prepared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.services.prepared.PrepareReport;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.PreparedReportRenderer;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.Download;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** Reports that are prepared from the record, and go out by other ways. */
@Path("/reports/prepared")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class PreparedReportResource {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Inject
    private PrepareReport prepare;

    @Inject
    private PreparedReportRenderer renderer;

    /** In which form it is handed out. */
    public enum Format {
        JSON,
        PDF,
        DOCX
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Prepare the report that answers a legal clock, with what is missing marked",
            description =
                    "id is the clock's. format is json (the default), pdf or docx. kind is INITIAL, FOLLOW_UP, COMBINED"
                            + " or FINAL; left out, INITIAL where no report stands yet, else FOLLOW_UP. The template is named with"
                            + " its edition and source: that for Article 73 of the EU AI Act is a draft of the Commission. Rules"
                            + " without a template get a plain account of the record. Nothing is recorded or sent.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PreparedReportJson.class)),
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = DOCX)
            })
    public Response one(
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("kind") @Nullable String kind) {
        Format wanted = Params.choice("format", Format.class, format);
        return Answers.of(
                prepare.prepare(Params.id("id", id), Params.choice("kind", ReportKind.class, kind)),
                report -> in(wanted == null ? Format.JSON : wanted, report));
    }

    private Response in(Format format, PreparedReport report) {
        String name = "report-" + report.template().id().toLowerCase(Locale.ROOT) + "-" + report.clockId();
        return switch (format) {
            case JSON ->
                Response.ok(PreparedReportJson.of(report), MediaType.APPLICATION_JSON)
                        .build();
            case PDF -> Download.of(renderer.pdf(report), "application/pdf", name + ".pdf");
            case DOCX -> Download.of(renderer.docx(report), DOCX, name + ".docx");
        };
    }
}
