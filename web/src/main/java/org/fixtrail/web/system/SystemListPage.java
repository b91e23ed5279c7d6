package org.fixtrail.web.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.fixtrail.services.system.FindSystems;

/** The list of AI systems. */
@Named
@RequestScoped
public class SystemListPage {
    private final FindSystems systems;
    private List<FindSystems.SystemRow> rows = List.of();

    @Inject
    public SystemListPage(FindSystems systems) {
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected SystemListPage() {
        this(null);
    }

    /** Before the page is drawn. */
    public void load() {
        rows = systems.all();
    }

    public List<FindSystems.SystemRow> getRows() {
        return rows;
    }
}
