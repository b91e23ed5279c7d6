package org.fixtrail.web.system;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The list of AI systems. */
@Named
@ViewScoped
public class SystemListPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindSystems systems;
    private final PagedRows<FindSystems.SystemRow> rows;
    private @Nullable String text;

    @Inject
    public SystemListPage(FindSystems systems) {
        this.systems = systems;
        this.rows = new PagedRows<>(
                page -> this.systems.list(Choice.text(text), page),
                row -> row.system().id());
    }

    @SuppressWarnings("NullAway")
    protected SystemListPage() {
        this(null);
    }

    /** Before the page is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
    }

    public PagedRows<FindSystems.SystemRow> getRows() {
        return rows;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
