package org.fixtrail.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** Clocks that run or ran on failures. */
@Path("/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class ClockResource {
    @Inject
    private FindClocks find;

    /** A clock in the API; strict, rolled and legal are the three instants of its deadline. */
    public record ClockJson(
            UUID id,
            String failure,
            String failureTitle,
            String system,
            int cycle,
            String obligation,
            ClockState state,
            boolean warned,
            Instant startedAt,
            Instant warnAt,
            Instant strictAt,
            Instant rolledAt,
            Instant legalAt,
            @Nullable Instant metAt) {
        static ClockJson of(FindClocks.ClockRow row) {
            RunningClock clock = row.clock();
            return new ClockJson(
                    clock.id(),
                    "F-" + clock.failureId(),
                    row.failureTitle(),
                    row.systemName(),
                    clock.cycle(),
                    clock.obligation(),
                    clock.state(),
                    clock.warned(),
                    clock.deadline().startedAt(),
                    clock.deadline().warnAt(),
                    clock.deadline().strictAt(),
                    clock.deadline().rolledAt(),
                    clock.deadline().legalAt(),
                    clock.metAt());
        }
    }

    @GET
    @Operation(summary = "List clocks by deadline")
    public PageJson<ClockJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("atRisk") @Nullable Boolean atRisk,
            @QueryParam("system") @Nullable String system,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        ClockState wanted = Params.choice("state", ClockState.class, state);
        ClockFilter filter = new ClockFilter(
                wanted == null ? Set.of() : Set.of(wanted),
                Boolean.TRUE.equals(atRisk),
                Params.idOrNull("system", system),
                Params.choice("severity", Severity.class, severity));
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(find.list(filter, page).map(ClockJson::of), page);
    }
}
