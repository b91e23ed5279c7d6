package org.fixtrail.web.clock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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

/** The list of clocks; what it filters by is in its address. */
@Named
@ViewScoped
public class ClockListPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindClocks clocks;
    private final FindSystems systems;
    private final PagedRows<FindClocks.ClockRow> rows;
    private final Map<String, String> asked = new HashMap<>();
    private List<Option> systemOptions = new ArrayList<>();

    @Inject
    public ClockListPage(FindClocks clocks, FindSystems systems) {
        this.clocks = clocks;
        this.systems = systems;
        this.rows = new PagedRows<>(
                page -> this.clocks.list(filter(), page), row -> row.clock().id());
    }

    @SuppressWarnings("NullAway")
    protected ClockListPage() {
        this(null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        systemOptions = new ArrayList<>(Option.of(systems.names()));
    }

    private ClockFilter filter() {
        ClockState state = Choice.of(ClockState.class, asked.get("state"));
        Set<ClockState> states = EnumSet.noneOf(ClockState.class);
        if (state != null) {
            states.add(state);
        }
        return new ClockFilter(
                states,
                Choice.ticked(asked.get("atRisk")) != null,
                Choice.id(asked.get("system")),
                Choice.of(Severity.class, asked.get("severity")));
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

    public List<Option> getStates() {
        return Option.of(ClockState.values(), ClockState::label);
    }
}
