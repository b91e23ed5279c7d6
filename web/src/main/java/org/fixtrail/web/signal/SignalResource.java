package org.fixtrail.web.signal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.signal.ReceiveSignals;
import org.fixtrail.web.api.Answers;
import org.jspecify.annotations.Nullable;

/** Signals of deployed AI systems. */
@Path("/signals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Signals")
public class SignalResource {
    @Inject
    private ReceiveSignals receive;

    @Inject
    private Clock clock;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send signals",
            description =
                    "CloudEvents 1.0: application/cloudevents+json, application/cloudevents-batch+json (at most 1,000),"
                            + " or binary with ce- headers and a JSON body. In data, failure names a failure, or fingerprint names"
                            + " the behaviour: one that was seen before becomes an occurrence, an unknown one opens a failure."
                            + " The same source and id twice is stored once. 202 is answered only once all are durable; of a batch"
                            + " with anything wrong nothing is stored.")
    public Response receive(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context HttpHeaders headers,
            byte[] body)
            throws IOException {
        if (!CallerContext.get().may(Permission.SEND_SIGNALS)) {
            throw new NotPermitted(Permission.SEND_SIGNALS);
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        CloudEvents events = CloudEvents.read(type, headers, body, Instant.now(clock));
        if (!events.problems().isEmpty()) {
            return Answers.of(
                    Outcome.invalid(events.problems()),
                    done -> Response.accepted().build());
        }
        return Answers.of(
                receive.receive(events.signals()),
                stored -> Response.accepted(stored).build());
    }
}
