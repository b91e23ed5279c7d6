package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.GrantRow;
import org.fixtrail.services.access.NameSubstitutes;
import org.fixtrail.services.organisation.ShowOrganisation;
import org.jspecify.annotations.Nullable;

/** Names somebody who stands in for an absent person. */
@Named
@ViewScoped
public class SubstitutePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> LABELS =
            Map.of("substitute", "Substitute", "to", "Last day", "reason", "Reason");

    private final NameSubstitutes naming;
    private final DecideGrants grants;
    private final ShowOrganisation organisation;

    private List<NameSubstitutes.Choice> choices = List.of();
    private List<GrantRow> waiting = List.of();
    private List<GrantRow> confirmed = List.of();
    private @Nullable UUID absent;
    private @Nullable UUID substitute;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable String reason;

    @Inject
    public SubstitutePage(NameSubstitutes naming, DecideGrants grants, ShowOrganisation organisation) {
        this.naming = naming;
        this.grants = grants;
        this.organisation = organisation;
    }

    @SuppressWarnings("NullAway")
    protected SubstitutePage() {
        this(null, null, null);
    }

    public void load() {
        PageMessages.open(() -> choices = naming.choices());
        if (!choices.isEmpty()) {
            waiting = grants.open().stream()
                    .filter(grant -> grant.substitution().isPresent())
                    .toList();
            confirmed = grants.substitutions();
            absent = absent == null ? CallerContext.get().person() : absent;
        }
    }

    public void propose() {
        UUID who = absent;
        UUID by = substitute;
        LocalDate first = firstDay;
        LocalDate last = lastDay;
        if (who == null || by == null || first == null || last == null) {
            PageMessages.refused("Choose the substitute and both days.");
            return;
        }
        ZoneId zone = ZoneId.of(organisation.mine().zone());
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        Optional<UUID> proposed =
                PageMessages.value(naming.propose(who, by, from, to, reason == null ? "" : reason), LABELS);
        if (proposed.isPresent()) {
            substitute = null;
            reason = null;
            PageMessages.done("Proposed. It is in force once an administrator or a compliance officer confirms it.");
            load();
        }
    }

    public void withdraw(GrantRow grant) {
        PageMessages.value(grants.withdraw(grant.id()), LABELS).ifPresent(done -> PageMessages.done("Taken back."));
        load();
    }

    public void end(GrantRow grant) {
        PageMessages.value(grants.endSubstitution(grant.id()), LABELS)
                .ifPresent(done -> PageMessages.done("The substitution has ended."));
        load();
    }

    public List<NameSubstitutes.Choice> getChoices() {
        return choices;
    }

    public List<GrantRow> getWaiting() {
        return waiting;
    }

    public List<GrantRow> getConfirmed() {
        return confirmed;
    }

    public @Nullable UUID getAbsent() {
        return absent;
    }

    public void setAbsent(@Nullable UUID absent) {
        this.absent = absent;
    }

    public @Nullable UUID getSubstitute() {
        return substitute;
    }

    public void setSubstitute(@Nullable UUID substitute) {
        this.substitute = substitute;
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
