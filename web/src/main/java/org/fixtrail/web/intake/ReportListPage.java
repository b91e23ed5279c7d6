package org.fixtrail.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.intake.OutsideReport;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.intake.ManageIntake;
import org.fixtrail.services.intake.ManageIntake.OpenForm;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** What people outside reported, and the forms by which they do. */
@Named
@ViewScoped
public class ReportListPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ALL = "all";

    private final HandleReports reports;
    private final ManageIntake forms;
    private final FindSystems systems;
    private final PagedRows<OutsideReport> rows;
    private final Map<String, String> asked = new HashMap<>();
    private final Answers answers = new Answers();
    private String label = "";
    private String system = "";
    private transient @Nullable List<OpenForm> open;

    @Inject
    public ReportListPage(HandleReports reports, ManageIntake forms, FindSystems systems) {
        this.reports = reports;
        this.forms = forms;
        this.systems = systems;
        this.rows = new PagedRows<>(page -> this.reports.list(!isAll(), page), OutsideReport::id);
    }

    @SuppressWarnings("NullAway")
    protected ReportListPage() {
        this(null, null, null);
    }

    /** Before the list is drawn. */
    public void load() {
        Pages.require(Permission.VIEW_RECORD);
    }

    public void openForm() {
        UUID of = system.isEmpty() ? null : Pages.id(system, "AI system");
        answers.ask(() -> forms.open(of, label))
                .ifPresent(done -> Pages.go(
                        "/report/list.xhtml",
                        Map.of(),
                        "The form is open. Put its address where people outside find it."));
    }

    public void closeForm(OpenForm form) {
        answers.ask(() -> forms.close(form.id()))
                .ifPresent(done ->
                        Pages.go("/report/list.xhtml", Map.of(), "The form is closed; what was reported by it stays."));
    }

    public List<OpenForm> getForms() {
        List<OpenForm> known = open;
        if (known == null) {
            known = forms.list();
            open = known;
        }
        return known;
    }

    public boolean isAll() {
        return ALL.equals(asked.get("show"));
    }

    public List<Option> getSystems() {
        return Option.of(systems.names());
    }

    public PagedRows<OutsideReport> getRows() {
        return rows;
    }

    /** What the address asks for, by the name of the parameter. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = Objects.requireNonNullElse(label, "");
    }

    public String getSystem() {
        return system;
    }

    public void setSystem(String system) {
        this.system = Objects.requireNonNullElse(system, "");
    }
}
