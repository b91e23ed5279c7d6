package org.fixtrail.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.services.access.KeyRow;
import org.fixtrail.services.access.ManageOwnTokens;
import org.jspecify.annotations.Nullable;

/** The caller's own access tokens. */
@Named
@ViewScoped
public class OwnTokensPage extends KeyForm {
    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 90;
    private static final Map<String, String> LABELS =
            Map.of("label", "What it is for", "days", "Days", "scopes", "Rights");

    private final ManageOwnTokens tokens;

    private Permission[] scopes = {};

    @Inject
    public OwnTokensPage(ManageOwnTokens tokens) {
        super(wanted -> tokens.tokens(wanted), USUAL_DAYS);
        this.tokens = tokens;
    }

    @SuppressWarnings("NullAway")
    protected OwnTokensPage() {
        this(null);
    }

    public void open() {
        PageMessages.open(tokens::grantable);
    }

    @Override
    public void startIssuing() {
        super.startIssuing();
        scopes = new Permission[0];
    }

    public void issue() {
        Scopes granted = scopes.length == 0 ? Scopes.ALL : Scopes.of(List.of(scopes));
        show(tokens.issue(wanted(), granted), LABELS);
    }

    public void revoke(KeyRow row) {
        tokens.revoke(row.id());
        PageMessages.done("The token \"" + row.label() + "\" is revoked.");
    }

    public List<Permission> getGrantable() {
        return tokens.grantable().stream().sorted().toList();
    }

    public Permission[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Permission @Nullable [] scopes) {
        this.scopes = scopes == null ? new Permission[0] : scopes.clone();
    }
}
