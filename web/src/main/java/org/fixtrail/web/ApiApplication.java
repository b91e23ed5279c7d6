package org.fixtrail.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.fixtrail.web.access.KeyResource;
import org.fixtrail.web.api.BodyLimit;
import org.fixtrail.web.api.ErrorMapper;
import org.fixtrail.web.api.JacksonFeature;
import org.fixtrail.web.api.JsonMapperResolver;
import org.fixtrail.web.api.JsonMappingErrors;
import org.fixtrail.web.api.JsonParseErrors;
import org.fixtrail.web.api.QueryNames;
import org.fixtrail.web.api.QueryValues;
import org.fixtrail.web.clock.ClockResource;
import org.fixtrail.web.clock.PauseResource;
import org.fixtrail.web.clock.TargetResource;
import org.fixtrail.web.comment.CommentResource;
import org.fixtrail.web.document.DocumentResource;
import org.fixtrail.web.escalation.AcknowledgementResource;
import org.fixtrail.web.escalation.EscalationResource;
import org.fixtrail.web.failure.FailureResource;
import org.fixtrail.web.figure.FigureResource;
import org.fixtrail.web.imports.ImportResource;
import org.fixtrail.web.intake.IntakeResource;
import org.fixtrail.web.intake.OutsideReportResource;
import org.fixtrail.web.lag.LagResource;
import org.fixtrail.web.ledger.LedgerResource;
import org.fixtrail.web.notification.NotificationResource;
import org.fixtrail.web.pack.PackResource;
import org.fixtrail.web.prepared.PreparedReportResource;
import org.fixtrail.web.review.ReviewResource;
import org.fixtrail.web.signal.SignalResource;
import org.fixtrail.web.system.SystemResource;
import org.fixtrail.web.triage.LegalHoldResource;
import org.fixtrail.web.triage.NoticeResource;
import org.fixtrail.web.triage.ReportResource;
import org.fixtrail.web.triage.RulePackResource;
import org.fixtrail.web.triage.RuleResource;
import org.fixtrail.web.triage.TriageResource;

/** The API. Every method needs a bearer token; errors are problem documents (RFC 9457). */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Fixtrail",
                        version = "1",
                        description = "Follows every failure of an AI system from first occurrence to deployed fix."
                                + " Times are ISO 8601 in UTC. Lists page by offset and limit (at most 200)."
                                + " A parameter that is not known, or whose value is not, is refused with 422; the problem"
                                + " names what is allowed."
                                + " Errors are problem documents (RFC 9457, application/problem+json)."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class ApiApplication extends Application {
    /** What is not named here is no part of the API (Jakarta RESTful Web Services 3.1, section 2.3.2). */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                KeyResource.class,
                BodyLimit.class,
                ErrorMapper.class,
                JacksonFeature.class,
                JsonMapperResolver.class,
                JsonMappingErrors.class,
                JsonParseErrors.class,
                QueryNames.class,
                QueryValues.class,
                CommentResource.class,
                DocumentResource.class,
                ClockResource.class,
                TargetResource.class,
                EscalationResource.class,
                AcknowledgementResource.class,
                PauseResource.class,
                FailureResource.class,
                FigureResource.class,
                ImportResource.class,
                LagResource.class,
                LedgerResource.class,
                NotificationResource.class,
                PackResource.class,
                SignalResource.class,
                SystemResource.class,
                ReportResource.class,
                NoticeResource.class,
                IntakeResource.class,
                OutsideReportResource.class,
                LegalHoldResource.class,
                PreparedReportResource.class,
                ReviewResource.class,
                RulePackResource.class,
                RuleResource.class,
                TriageResource.class);
    }

    /** The server would describe the API a second time, as WADL, to everybody who may call it; {@code /openapi} is enough. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
