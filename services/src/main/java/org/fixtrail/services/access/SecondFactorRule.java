package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people who sign in here need a second factor, as the operator has set it. */
@ApplicationScoped
public class SecondFactorRule {
    private static final String OPTIONAL = "optional";
    private static final String REQUIRED = "required";

    private final String rule;
    private final Optional<String> key;

    @Inject
    SecondFactorRule(
            @ConfigProperty(name = "fixtrail.second-factor", defaultValue = OPTIONAL) String rule,
            @ConfigProperty(name = "fixtrail.secret-key") Optional<String> key) {
        this.rule = rule;
        this.key = key;
    }

    protected SecondFactorRule() {
        this(OPTIONAL, Optional.empty());
    }

    /**
     * Reads the settings, so that a slip of the pen stops the start instead of leaving a door less guarded than was meant.
     *
     * @throws IllegalArgumentException if they are wrong, in one line
     */
    public void start() {
        if (!rule.equals(OPTIONAL) && !rule.equals(REQUIRED)) {
            throw new IllegalArgumentException("FIXTRAIL_SECOND_FACTOR must be optional or required, not " + rule);
        }
        if (key.isPresent() && key.get().length() < SecretBox.SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "FIXTRAIL_SECRET_KEY must have at least " + SecretBox.SHORTEST_KEY + " characters");
        }
        if (isRequired() && key.isEmpty()) {
            throw new IllegalArgumentException("FIXTRAIL_SECOND_FACTOR is required: set also FIXTRAIL_SECRET_KEY");
        }
    }

    public boolean isRequired() {
        return rule.equals(REQUIRED);
    }
}
