package org.fixtrail.web.clock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The list of clocks; what it filters by is in its address. */
@Named
@ViewScoped
public class ClockListPage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String OPEN = "open";
    private static final String MISSED = "missed";
    private static final String LEGAL = "legal";
    private static final String TARGET = "target";

    /** Such as 2026-11-20. */
    private static final int DAY_LENGTH = 10;

    private final FindClocks clocks;
    private final FindSystems systems;
    private final Show show;
    private final PagedRows<FindClocks.ClockRow> rows;
    private final Map<String, String> asked = new HashMap<>();
    private List<Option> systemOptions = new ArrayList<>();
    private ZoneId zone = ZoneOffset.UTC;

    @Inject
    public ClockListPage(FindClocks clocks, FindSystems systems, Show show) {
        this.clocks = clocks;
        this.systems = systems;
        this.show = show;
        this.rows = new PagedRows<>(
                page -> this.clocks.list(filter(), page), row -> row.clock().id());
    }

    @SuppressWarnings("NullAway")
    protected ClockListPage() {
        this(null, null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        zone = show.getZone();
        systemOptions = new ArrayList<>(Option.of(systems.names()));
    }

    private ClockFilter filter() {
        ClockFilter filter = new ClockFilter(
                states(),
                Choice.ticked(asked.get("atRisk")) != null,
                Choice.id(asked.get("system")),
                Choice.of(Severity.class, asked.get("severity")),
                legal());
        LocalDate day = getDay();
        return day == null ? filter : filter.on(day, zone);
    }

    /** The day on which the clocks end; null for any, and for what is no day. */
    public @Nullable LocalDate getDay() {
        String given = asked.get("day");
        try {
            return given == null || given.length() != DAY_LENGTH ? null : LocalDate.parse(given);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Set<ClockState> states() {
        String asking = asked.get("state");
        if (OPEN.equals(asking)) {
            return EnumSet.of(ClockState.RUNNING, ClockState.PAUSED, ClockState.OVERDUE_STRICT, ClockState.BREACHED);
        }
        if (MISSED.equals(asking)) {
            return EnumSet.of(ClockState.BREACHED, ClockState.MET_LATE);
        }
        ClockState state = Choice.of(ClockState.class, asking);
        return state == null ? Set.of() : EnumSet.of(state);
    }

    private @Nullable Boolean legal() {
        String kind = String.valueOf(asked.get("kind"));
        return switch (kind) {
            case LEGAL -> Boolean.TRUE;
            case TARGET -> Boolean.FALSE;
            default -> null;
        };
    }

    public boolean isFiltered() {
        return !filter().equals(ClockFilter.ALL);
    }

    /** What the address asks for, by the name of the parameter. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public PagedRows<FindClocks.ClockRow> getRows() {
        return rows;
    }

    public List<Option> getSystems() {
        return systemOptions;
    }

    public List<Option> getSeverities() {
        return Option.of(Severity.values(), Severity::label);
    }

    /** Groups of states first, then each alone. */
    public List<Option> getStates() {
        List<Option> states = new ArrayList<>();
        states.add(new Option(OPEN, "Open: running, paused, overdue or breached"));
        states.add(new Option(MISSED, "Missed: the breach register"));
        states.addAll(Option.of(ClockState.values(), ClockState::label));
        return states;
    }

    public List<Option> getKinds() {
        return List.of(new Option(LEGAL, "Laws, standards and codes"), new Option(TARGET, "Own targets"));
    }
}
