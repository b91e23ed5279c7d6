package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageKeys;
import org.jspecify.annotations.Nullable;

/** The keys of machines and build pipelines, for administrators. */
@Named
@ViewScoped
public class KeysPage extends KeyForm {
    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 180;
    private static final Map<String, String> LABELS =
            Map.of("label", "What it is for", "days", "Days", "systemId", "AI system", "kind", "Kind");

    private final ManageKeys keys;

    private @Nullable String systemId;
    private KeyKind kind = KeyKind.MACHINE;

    @Inject
    public KeysPage(ManageKeys keys) {
        super(wanted -> keys.keys(wanted), USUAL_DAYS);
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    protected KeysPage() {
        this(null);
    }

    public void open() {
        PageMessages.open(keys::systems);
    }

    @Override
    public void startIssuing() {
        super.startIssuing();
        systemId = null;
        kind = KeyKind.MACHINE;
    }

    public void issue() {
        String system = systemId;
        if (system == null) {
            PageMessages.refused("AI system: must be chosen");
            return;
        }
        show(keys.issue(wanted(), kind, UUID.fromString(system)), LABELS);
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
}
