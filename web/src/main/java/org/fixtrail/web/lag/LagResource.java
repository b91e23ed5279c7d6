package org.fixtrail.web.lag;

import static org.fixtrail.domain.lag.StagePair.ADAPTATION;
import static org.fixtrail.domain.lag.StagePair.CONTAINMENT;
import static org.fixtrail.domain.lag.StagePair.VERIFICATION;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.services.lag.LagQuery;
import org.fixtrail.services.lag.MeasureLag;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** Lag over populations. */
@Path("/lag")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Lag")
public class LagResource {
    private static final int MOST_PAIRS = 20;

    @Inject
    private MeasureLag measure;

    @GET
    @Operation(
            summary = "Measure lag over a population",
            description =
                    "Kaplan-Meier quantiles in seconds with 95 % limits; null means not reached. from and to select by"
                            + " detection. pair is like DETECTED-DEPLOYED and may be repeated. knownAt is a size of the ledger"
                            + " or a moment, which resolves to the ledger's size then. The same asOf and knownAt always give"
                            + " the same figures. incidence has the Aalen-Johansen shares of the ways in which lags ended"
                            + " (REACHED and what competes with it) by the time of the last one, and is left out while"
                            + " none has ended.")
    public LagJson lag(
            @QueryParam("system") @Nullable String system,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("category") @Nullable String category,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("cycles") @Nullable String cycles,
            @QueryParam("pair") @Nullable List<String> pairs) {
        Cycles counted = Params.choice("cycles", Cycles.class, cycles);
        Long size = size(knownAt);
        return LagJson.of(measure.measure(new LagQuery(
                Params.idOrNull("system", system),
                Params.choice("severity", Severity.class, severity),
                Params.choice("category", MistakeCategory.class, category),
                Params.moment("from", from),
                Params.moment("to", to),
                Params.moment("asOf", asOf),
                size,
                size == null ? Params.moment("knownAt", knownAt) : null,
                counted == null ? Cycles.FIRST : counted,
                pairs(pairs == null ? List.of() : pairs))));
    }

    private static @Nullable Long size(@Nullable String knownAt) {
        return knownAt != null && knownAt.matches("\\d{1,15}") ? Long.valueOf(knownAt) : null;
    }

    private static List<StagePair> pairs(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of(ADAPTATION, CONTAINMENT, VERIFICATION);
        }
        if (texts.size() > MOST_PAIRS) {
            throw new BadRequest("pair", "may be given at most " + MOST_PAIRS + " times");
        }
        try {
            return texts.stream().map(StagePair::parse).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw new BadRequest("pair", "must be two stages like DETECTED-DEPLOYED, the earlier one first");
        }
    }
}
