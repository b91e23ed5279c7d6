package org.fixtrail.web.access;

import java.io.Serializable;
import java.util.Map;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.web.page.PagedRows;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** What the pages that issue keys share: the list, what is asked of every key, and the secret that is shown once. */
public abstract class KeyForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final PagedRows<KeyRow> rows;
    private final int usualDays;
    private @Nullable String label;
    private int days;

    KeyForm(PagedRows.Source<KeyRow> source, int usualDays) {
        this.rows = new PagedRows<>(source, KeyRow::id);
        this.usualDays = usualDays;
        this.days = usualDays;
    }

    /** Empties the form before it is shown. */
    public void startIssuing() {
        label = null;
        days = usualDays;
    }

    NewKey wanted() {
        return new NewKey(label == null ? "" : label, days);
    }

    /** @param labels how the page calls the fields that problems name */
    static void show(Outcome<IssuedKey> outcome, Map<String, String> labels) {
        PageMessages.value(outcome, labels).ifPresent(issued -> {
            PageMessages.showOnce("issuedKey", issued);
            PrimeFaces.current()
                    .executeScript(
                            "['issueDialog', 'rotateDialog'].filter(d => PrimeFaces.widgets[d]).forEach(d => PF(d).hide());"
                                    + " PF('secretDialog').show()");
        });
    }

    public LazyDataModel<KeyRow> getRows() {
        return rows;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
