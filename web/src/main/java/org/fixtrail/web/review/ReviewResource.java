package org.fixtrail.web.review;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.organisation.ShowOrganisation;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.KeepReviews;
import org.fixtrail.services.review.ReviewPeriod;
import org.fixtrail.services.review.ReviewWords;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.figure.FigureResource;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Management reviews (ISO/IEC 42001, clause 9.3). */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Figures and reviews")
public class ReviewResource {
    @Inject
    private FindReviews find;

    @Inject
    private KeepReviews keep;

    @Inject
    private ShowOrganisation organisations;

    /** What a review shall look at: a year, or from and to. */
    public record NewReviewJson(
            @Nullable Integer year,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID system,
            @Nullable Instant asOf) {}

    /** What is entered; entry is the one that the caller looked at, reason is needed once the review is closed. */
    public record WordsJson(
            @Nullable Integer entry,
            @Nullable String context,
            @Nullable List<@Nullable String> participants,
            @Nullable List<@Nullable NewDecisionJson> decisions,
            @Nullable String reason) {}

    /** A decision; id is that of one that the review has already, and left out for a new one. */
    public record NewDecisionJson(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String owner,
            @Nullable String dueOn) {}

    /** The entry that the caller looked at. */
    public record SeenJson(@Nullable Integer entry) {}

    /** What became of a decision; without doneAt it is not done after all, which needs a note. */
    public record ReportJson(
            @Nullable UUID decision,
            @Nullable Instant doneAt,
            @Nullable String note) {}

    /** What was made. */
    public record RecordedJson(UUID id) {}

    /** What computing the figures again gave. */
    public record CheckJson(FindReviews.FiguresCheck figures) {}

    @GET
    @Operation(summary = "List management reviews, that of the latest period first")
    public ReviewJson.ListJson list() {
        return new ReviewJson.ListJson(
                find.list().stream().map(ReviewJson.RowJson::of).toList());
    }

    @POST
    @Operation(
            summary = "Begin a management review",
            description = "Its figures, and what became of earlier decisions, are frozen as its inputs.")
    public Response open(@Nullable NewReviewJson wanted) {
        Pages.require(Permission.ISSUE_PACK);
        NewReviewJson given = wanted == null ? new NewReviewJson(null, null, null, null, null) : wanted;
        FigureResource.Span span = FigureResource.Span.of(
                given.year() == null ? null : given.year().toString(),
                given.from(),
                given.to(),
                ZoneId.of(organisations.mine().zone()));
        return Answers.of(
                keep.open(new ReviewPeriod(span.from(), span.to(), given.system(), given.asOf())),
                id -> Response.status(Response.Status.CREATED)
                        .entity(new RecordedJson(id))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show a management review: its inputs, its decisions, and every entry")
    public ReviewJson one(@PathParam("id") String id) {
        return ReviewJson.of(find.one(Params.id("id", id)));
    }

    @GET
    @Path("{id}/check")
    @Operation(
            summary = "Compute the figures of a review again",
            description = "SAME: the record still gives what was frozen. OTHER_FORM: another version counted in another"
                    + " way, so that they cannot be compared.")
    public CheckJson check(@PathParam("id") String id) {
        return new CheckJson(find.check(Params.id("id", id)));
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Enter context, participants and decisions",
            description = "A further entry; decisions that are left out are gone from it. A review that is closed takes"
                    + " one with a reason, and stays closed.")
    public Response write(@PathParam("id") String id, @Nullable WordsJson words) {
        Pages.require(Permission.ISSUE_PACK);
        if (words == null) {
            throw new BadRequest("body", "needs entry");
        }
        ReviewWords given =
                new ReviewWords(requireNonNullElse(words.context(), ""), participants(words), decisions(words));
        return recorded(
                keep.write(Params.id("id", id), given, requireNonNullElse(words.reason(), ""), entry(words.entry())));
    }

    private static List<String> participants(WordsJson words) {
        List<String> names = new ArrayList<>();
        for (String name : requireNonNullElse(words.participants(), List.<String>of())) {
            names.add(requireNonNullElse(name, ""));
        }
        return names;
    }

    private static List<ReviewWords.NewDecision> decisions(WordsJson words) {
        List<ReviewWords.NewDecision> decisions = new ArrayList<>();
        for (NewDecisionJson decision : requireNonNullElse(words.decisions(), List.<NewDecisionJson>of())) {
            if (decision == null) {
                throw new BadRequest("decisions", "must not hold null");
            }
            decisions.add(new ReviewWords.NewDecision(
                    decision.id(),
                    requireNonNullElse(decision.text(), ""),
                    requireNonNullElse(decision.owner(), ""),
                    day(decision.dueOn())));
        }
        return decisions;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @POST
    @Path("{id}/inputs")
    @Operation(summary = "Freeze the inputs of a review anew, while it is not closed")
    public Response renew(@PathParam("id") String id, @Nullable SeenJson seen) {
        Pages.require(Permission.ISSUE_PACK);
        return recorded(keep.renewInputs(Params.id("id", id), entry(seen == null ? null : seen.entry())));
    }

    @POST
    @Path("{id}/closing")
    @Operation(summary = "Close a review; it can then be superseded by further entries alone")
    public Response close(@PathParam("id") String id, @Nullable SeenJson seen) {
        Pages.require(Permission.ISSUE_PACK);
        return recorded(keep.close(Params.id("id", id), entry(seen == null ? null : seen.entry())));
    }

    @POST
    @Path("{id}/reports")
    @Operation(summary = "Say what became of a decision, also of a review that is closed")
    public Response report(@PathParam("id") String id, @Nullable ReportJson report) {
        Pages.require(Permission.ISSUE_PACK);
        if (report == null || report.decision() == null) {
            throw new BadRequest("decision", "must name a decision");
        }
        return recorded(keep.report(
                Params.id("id", id), report.decision(), report.doneAt(), requireNonNullElse(report.note(), "")));
    }

    private static int entry(@Nullable Integer entry) {
        if (entry == null) {
            throw new BadRequest("entry", "must be the number of the entry that you looked at");
        }
        return entry;
    }

    private static Response recorded(Outcome<UUID> outcome) {
        return Answers.of(outcome, id -> Response.ok(new RecordedJson(id)).build());
    }
}
