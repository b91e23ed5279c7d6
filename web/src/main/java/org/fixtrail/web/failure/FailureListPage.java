package org.fixtrail.web.failure;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.failure.FailureFilter;
import org.fixtrail.services.failure.FailureRow;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.primefaces.PrimeFaces;

/** The list of failures. What it filters by is in its address, so that a link shows others the same. */
@Named
@ViewScoped
public class FailureListPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String LAST_FILTER = FailureListPage.class.getName() + ".filter";
    private static final List<Stage> STAGES = Stage.line();

    private final FindFailures failures;
    private final FindSystems systems;
    private final PagedRows<FailureRow> rows;
    private final Map<String, String> asked = new HashMap<>();
    private List<Option> systemOptions = new ArrayList<>();

    @Inject
    public FailureListPage(FindFailures failures, FindSystems systems) {
        this.failures = failures;
        this.systems = systems;
        this.rows = new PagedRows<>(page -> this.failures.list(filter(), page), FailureRow::id);
    }

    @SuppressWarnings("NullAway")
    protected FailureListPage() {
        this(null, null);
    }

    /** The table remembers its page and order for the way back; another filter begins anew. */
    public void load() {
        Pages.require(Permission.VIEW_RECORD);
        systemOptions = new ArrayList<>(Option.of(systems.names()));
        FacesContext faces = FacesContext.getCurrentInstance();
        String filter = filter().toString();
        Object before = faces.getExternalContext().getSessionMap().put(LAST_FILTER, filter);
        if (before != null && !before.equals(filter)) {
            PrimeFaces.current().multiViewState().clearAll(faces.getViewRoot().getViewId(), false);
        }
    }

    private FailureFilter filter() {
        return new FailureFilter(
                Choice.id(asked.get("system")),
                Choice.of(Severity.class, asked.get("severity")),
                Choice.of(MistakeCategory.class, asked.get("category")),
                Choice.of(FailureStatus.class, asked.get("status")),
                Choice.of(Stage.class, asked.get("stage")),
                Choice.text(asked.get("text")),
                Choice.ticked(asked.get("imported")),
                Choice.ticked(asked.get("contradictory")));
    }

    /** What the address asks for, by the name of the parameter. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public boolean isFiltered() {
        return !filter().equals(FailureFilter.NONE);
    }

    public PagedRows<FailureRow> getRows() {
        return rows;
    }

    public List<Option> getSystems() {
        return systemOptions;
    }

    public List<Option> getSeverities() {
        return Option.of(Severity.values(), Severity::label);
    }

    public List<Option> getCategories() {
        return Option.of(MistakeCategory.values(), MistakeCategory::label);
    }

    public List<Option> getStatuses() {
        return Option.of(FailureStatus.values(), FailureStatus::label);
    }

    public List<Option> getStages() {
        return Option.of(STAGES.toArray(Stage[]::new), Stage::label);
    }
}
