package org.fixtrail.web.system;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.services.system.SystemFacts;
import org.fixtrail.web.api.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * An AI system in the API; of what is sent, id is not read.
 *
 * @param contexts where and by whom it is used
 * @param learningModes the ways in which it is declared to learn
 */
public record SystemJson(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable RiskClass riskClass,
        @Nullable OperatorRole operatorRole,
        @Nullable String owner,
        @Nullable String contexts,
        @Nullable List<LearningMode> learningModes,
        @Nullable Instant launchedAt) {

    static SystemJson of(AiSystem system) {
        return new SystemJson(
                system.id(),
                system.name(),
                system.purpose(),
                system.riskClass(),
                system.operatorRole(),
                system.owner(),
                system.contexts(),
                system.learningModes(),
                system.launchedAt());
    }

    SystemFacts facts() {
        if (learningModes != null && learningModes.stream().anyMatch(Objects::isNull)) {
            throw new BadRequest("learningModes", "must not hold null");
        }
        return new SystemFacts(
                name == null ? "" : name,
                purpose == null ? "" : purpose,
                riskClass == null ? RiskClass.UNCLASSIFIED : riskClass,
                operatorRole == null ? OperatorRole.PROVIDER : operatorRole,
                owner == null ? "" : owner,
                contexts == null ? "" : contexts,
                learningModes == null ? List.of() : learningModes,
                launchedAt);
    }
}
