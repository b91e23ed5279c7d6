package org.fixtrail.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

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
    /** The server would describe the API a second time, as WADL, to everybody who may call it; {@code /openapi} is enough. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
