package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageOwnTokens;
import org.fixtrail.services.access.NewKey;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** The caller's own access tokens. */
@Named
@ViewScoped
public class OwnTokensPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 90;
    private static final Map<String, String> LABELS =
            Map.of("label", "What it is for", "days", "Days", "scopes", "Rights");

    private final ManageOwnTokens tokens;
    private final PagedRows<KeyRow> rows;

    private @Nullable String label;
    private int days = USUAL_DAYS;
    private Permission[] scopes = {};

    @Inject
    public OwnTokensPage(ManageOwnTokens tokens) {
        this.tokens = tokens;
        this.rows = new PagedRows<>(wanted -> tokens.tokens(wanted), KeyRow::id);
    }

    @SuppressWarnings("NullAway")
    protected OwnTokensPage() {
        this(null);
    }

    public void open() {
        PageMessages.open(tokens::grantable);
    }

    /** Empties the form before it is shown. */
    public void startIssuing() {
        label = null;
        days = USUAL_DAYS;
        scopes = new Permission[0];
    }

    public void issue() {
        Scopes wanted = scopes.length == 0 ? Scopes.ALL : Scopes.of(List.of(scopes));
        PageMessages.value(tokens.issue(new NewKey(label == null ? "" : label, days), wanted), LABELS)
                .ifPresent(issued -> {
                    PageMessages.showOnce("issuedKey", issued);
                    PrimeFaces.current().executeScript("PF('issueDialog').hide(); PF('secretDialog').show()");
                });
    }

    public void revoke(KeyRow row) {
        tokens.revoke(row.id());
        PageMessages.done("The token \"" + row.label() + "\" is revoked.");
    }

    public List<Permission> getGrantable() {
        return tokens.grantable().stream().sorted().toList();
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

    public Permission[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Permission @Nullable [] scopes) {
        this.scopes = scopes == null ? new Permission[0] : scopes.clone();
    }
}
