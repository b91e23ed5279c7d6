package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** When clocks warn, from this entry on. */
@Entity
@Table(name = "warning_setting")
public class WarningSetting extends Act {
    private static final String BETWEEN = ",";

    @Column(name = "shares")
    private String shares;

    @Column(name = "hours_before")
    private String hoursBefore;

    @SuppressWarnings("NullAway.Init")
    protected WarningSetting() {}

    public WarningSetting(UUID id, WarningPlan plan) {
        super(id);
        this.shares = text(plan.shares());
        this.hoursBefore = text(plan.hoursBefore());
    }

    public WarningPlan plan() {
        return new WarningPlan(numbers(shares), numbers(hoursBefore));
    }

    private static String text(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN, -1)).map(Integer::valueOf).toList();
    }

    @Override
    public ActType type() {
        return ActType.WARNINGS_SET;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("shares", shares).and("hoursBefore", hoursBefore).map();
    }
}
