package org.fixtrail.web.review;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.review.ReviewDecision;
import org.fixtrail.services.review.ReviewWords;
import org.jspecify.annotations.Nullable;

/** One decision while it is being entered. */
public class DecisionForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final @Nullable UUID id;
    private @Nullable String text;
    private @Nullable String owner;
    private @Nullable String dueOn;

    /** A new one. */
    DecisionForm() {
        this.id = null;
    }

    DecisionForm(ReviewDecision decision) {
        this.id = decision.id();
        this.text = decision.text();
        this.owner = decision.owner();
        this.dueOn = decision.dueOn().toString();
    }

    ReviewWords.NewDecision words() {
        return new ReviewWords.NewDecision(
                id, Objects.requireNonNullElse(text, ""), Objects.requireNonNullElse(owner, ""), day());
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(dueOn, "").strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getDueOn() {
        return dueOn;
    }

    public void setDueOn(@Nullable String dueOn) {
        this.dueOn = dueOn;
    }
}
