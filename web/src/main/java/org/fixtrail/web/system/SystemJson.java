package org.fixtrail.web.system;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.services.system.SystemFacts;
import org.jspecify.annotations.Nullable;

/** An AI system in the API; of what is sent, id is not read. */
public record SystemJson(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable RiskClass riskClass,
        @Nullable OperatorRole operatorRole,
        @Nullable String owner,
        @Nullable Instant launchedAt) {

    static SystemJson of(AiSystem system) {
        return new SystemJson(
                system.id(),
                system.name(),
                system.purpose(),
                system.riskClass(),
                system.operatorRole(),
                system.owner(),
                system.launchedAt());
    }

    SystemFacts facts() {
        return new SystemFacts(
                name == null ? "" : name,
                purpose == null ? "" : purpose,
                riskClass == null ? RiskClass.UNCLASSIFIED : riskClass,
                operatorRole == null ? OperatorRole.PROVIDER : operatorRole,
                owner == null ? "" : owner,
                launchedAt);
    }
}
