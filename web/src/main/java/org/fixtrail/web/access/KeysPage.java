package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.web.page.Option;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The keys of machines and build pipelines, for administrators. */
@Named
@ViewScoped
public class KeysPage extends KeyForm {
    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 180;
    private static final int USUAL_OVERLAP_DAYS = 7;
    private static final Map<String, String> LABELS = Map.of(
            "label", "What it is for",
            "days", "Days",
            "systemId", "AI system",
            "kind", "Kind",
            "scopes", "What it may do",
            "overlapDays", "Old secret",
            "personId", "Who answers");

    private final ManageKeys keys;

    private @Nullable String systemId;
    private KeyKind kind = KeyKind.MACHINE;
    private Permission[] scopes = {Permission.SEND_SIGNALS};
    private @Nullable KeyRow chosen;
    private int overlapDays = USUAL_OVERLAP_DAYS;
    private List<Option> administrators = List.of();
    private @Nullable String personId;
    private long expiringSoon;

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
        PageMessages.open(() -> {
            expiringSoon = keys.expiringSoon();
        });
    }

    @Override
    public void startIssuing() {
        super.startIssuing();
        systemId = null;
        kind = KeyKind.MACHINE;
        scopes = new Permission[] {Permission.SEND_SIGNALS};
    }

    public void issue() {
        String system = systemId;
        if (system == null) {
            PageMessages.refused("AI system: must be chosen");
            return;
        }
        Set<Permission> allowed = kind == KeyKind.MACHINE ? Set.of(scopes) : Set.of();
        show(keys.issue(wanted(), kind, UUID.fromString(system), allowed), LABELS);
    }

    /** Begins to replace a key, or to name who answers for it. */
    public void choose(KeyRow row) {
        super.startIssuing();
        chosen = row;
        overlapDays = USUAL_OVERLAP_DAYS;
        administrators = keys.administrators().stream()
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
        personId = null;
    }

    public void rotate() {
        KeyRow key = chosen;
        if (key != null) {
            show(keys.rotate(key.id(), getDays(), overlapDays), LABELS);
        }
    }

    public void reassign() {
        KeyRow key = chosen;
        String person = personId;
        if (key == null || person == null) {
            PageMessages.refused("Who answers: must be chosen");
            return;
        }
        PageMessages.value(keys.reassign(key.id(), UUID.fromString(person)), LABELS)
                .ifPresent(id -> {
                    PageMessages.done("Somebody else answers for the key \"" + key.label() + "\" now.");
                    PrimeFaces.current().executeScript("PF('personDialog').hide()");
                });
    }

    public void revoke(KeyRow row) {
        keys.revoke(row.id());
        PageMessages.done("The key \"" + row.label() + "\" is revoked.");
    }

    public long getExpiringSoon() {
        return expiringSoon;
    }

    public List<Permission> getMachineScopes() {
        return ManageKeys.machineScopes();
    }

    public List<Option> getAdministrators() {
        return administrators;
    }

    /** How the chosen key is called; empty if none is. */
    public String getChosenLabel() {
        return chosen == null ? "" : chosen.label();
    }

    public Permission[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Permission @Nullable [] scopes) {
        this.scopes = scopes == null ? new Permission[0] : scopes.clone();
    }

    public int getOverlapDays() {
        return overlapDays;
    }

    public void setOverlapDays(int overlapDays) {
        this.overlapDays = overlapDays;
    }

    public @Nullable String getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable String personId) {
        this.personId = personId;
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
