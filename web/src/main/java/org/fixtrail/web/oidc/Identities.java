package org.fixtrail.web.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.access.ClaimedRoles;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.ExternalIdentity;
import org.fixtrail.services.access.ExternalMachine;
import org.fixtrail.services.access.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads people and machines from the claims of tokens that were checked. */
final class Identities {
    /** The claim that binds a machine or pipeline to its AI system. */
    static final String SYSTEM = "fixtrail_system";

    private static final int LONGEST = 200;

    private final OidcSettings settings;

    Identities(OidcSettings settings) {
        this.settings = settings;
    }

    /** The roles may be none. */
    ExternalIdentity person(JWTClaimsSet claims) {
        String email = text(claims, "email");
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        String name = first(text(claims, "name"), text(claims, "preferred_username"), email, claims.getSubject());
        return new ExternalIdentity(
                claims.getIssuer(),
                claims.getSubject(),
                verified ? email : null,
                name,
                roles(claims).ofPerson(),
                text(claims, "sid"),
                expiry(claims).toInstant());
    }

    Outcome<ExternalMachine> machine(JWTClaimsSet claims) {
        Map<String, Set<Role>> roles = roles(claims).ofMachine().byOrganisation();
        if (roles.size() != 1) {
            return noMachine("must be in one group such as " + settings.groupRoot()
                    + "/<organisation>/MACHINE, and is in " + roles.size());
        }
        Map.Entry<String, Set<Role>> only = roles.entrySet().iterator().next();
        Role role = only.getValue().iterator().next();
        if (only.getValue().size() != 1) {
            return noMachine("is both MACHINE and PIPELINE: it may be one of them");
        }
        String system = text(claims, SYSTEM);
        if (system == null) {
            return noMachine("has no claim " + SYSTEM + " that names its AI system");
        }
        return Outcome.done(new ExternalMachine(
                claims.getIssuer(),
                claims.getSubject(),
                first(text(claims, "azp"), text(claims, "client_id"), null, claims.getSubject()),
                only.getKey(),
                role,
                system,
                expiry(claims).toInstant()));
    }

    private ClaimedRoles roles(JWTClaimsSet claims) {
        return ClaimedRoles.read(settings.groupRoot(), claims.getClaim(settings.groupsClaim()));
    }

    private static Outcome<ExternalMachine> noMachine(String why) {
        return Outcome.refused(OidcClient.NO_ROLE, "The client's service account " + why + ".");
    }

    /** Required by the checks. */
    private static Date expiry(JWTClaimsSet claims) {
        return claims.getExpirationTime();
    }

    private static String first(@Nullable String one, @Nullable String two, @Nullable String three, String otherwise) {
        return Optional.ofNullable(one)
                .or(() -> Optional.ofNullable(two))
                .or(() -> Optional.ofNullable(three))
                .orElse(otherwise);
    }

    /** Null where it is absent, blank, no text or out of all measure. */
    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST
                ? text.replaceAll("\\p{Cntrl}", " ").strip()
                : null;
    }
}
