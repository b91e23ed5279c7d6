package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.NewKey;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** The keys of machines and build pipelines, for administrators. */
@Named
@ViewScoped
public class KeysPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 180;
    private static final Map<String, String> LABELS =
            Map.of("label", "What it is for", "days", "Days", "systemId", "AI system", "kind", "Kind");

    private final ManageKeys keys;
    private final PagedRows<KeyRow> rows;

    private @Nullable String label;
    private @Nullable String systemId;
    private KeyKind kind = KeyKind.MACHINE;
    private int days = USUAL_DAYS;

    @Inject
    public KeysPage(ManageKeys keys) {
        this.keys = keys;
        this.rows = new PagedRows<>(wanted -> keys.keys(wanted), KeyRow::id);
    }

    @SuppressWarnings("NullAway")
    protected KeysPage() {
        this(null);
    }

    public void open() {
        PageMessages.open(keys::systems);
    }

    /** Empties the form before it is shown. */
    public void startIssuing() {
        label = null;
        systemId = null;
        kind = KeyKind.MACHINE;
        days = USUAL_DAYS;
    }

    public void issue() {
        String system = systemId;
        if (system == null) {
            PageMessages.refused("AI system: must be chosen");
            return;
        }
        NewKey wanted = new NewKey(label == null ? "" : label, days);
        PageMessages.value(keys.issue(wanted, kind, UUID.fromString(system)), LABELS)
                .ifPresent(issued -> {
                    PageMessages.showOnce("issuedKey", issued);
                    PrimeFaces.current().executeScript("PF('issueDialog').hide(); PF('secretDialog').show()");
                });
    }

    public void revoke(KeyRow row) {
        keys.revoke(row.id());
        PageMessages.done("The key \"" + row.label() + "\" is revoked.");
    }

    public List<KeyKind> getKinds() {
        return List.of(KeyKind.MACHINE, KeyKind.PIPELINE);
    }

    public List<ManageKeys.SystemChoice> getSystems() {
        return keys.systems();
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

    public @Nullable String getSystemId() {
        return systemId;
    }

    public void setSystemId(@Nullable String systemId) {
        this.systemId = systemId;
    }

    public KeyKind getKind() {
        return kind;
    }

    public void setKind(KeyKind kind) {
        this.kind = kind;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
