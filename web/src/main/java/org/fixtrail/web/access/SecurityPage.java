package org.fixtrail.web.access;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.services.access.ManageSecondFactor;
import org.fixtrail.services.access.SessionView;
import org.fixtrail.services.access.Sessions;
import org.fixtrail.web.oidc.OidcMode;
import org.jspecify.annotations.Nullable;

/** The own sessions and the own second factor. */
@Named
@ViewScoped
public class SecurityPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> LABELS = Map.of("password", "The password", "code", "The code");

    private final Sessions sessions;
    private final ManageSecondFactor factor;
    private final OidcMode oidc;

    private List<SessionView> open = List.of();
    private ManageSecondFactor.@Nullable State state;
    private ManageSecondFactor.@Nullable Begun begun;
    private List<String> codes = List.of();
    private @Nullable String password;
    private @Nullable String code;

    @Inject
    public SecurityPage(Sessions sessions, ManageSecondFactor factor, OidcMode oidc) {
        this.sessions = sessions;
        this.factor = factor;
        this.oidc = oidc;
    }

    @SuppressWarnings("NullAway")
    protected SecurityPage() {
        this(null, null, null);
    }

    public void load() {
        UUID account = account();
        open = sessions.of(account);
        state = factor.state(account);
    }

    public void begin() {
        PageMessages.value(factor.begin(account(), takePassword()), LABELS).ifPresent(made -> begun = made);
    }

    public void confirm() {
        String given = code == null ? "" : code;
        code = null;
        PageMessages.value(factor.confirm(account(), given), LABELS).ifPresent(made -> {
            begun = null;
            codes = made;
            load();
            PageMessages.done("The second factor is on: a code is asked for at each sign-in.");
        });
    }

    public void renewCodes() {
        PageMessages.value(factor.renewCodes(account(), takePassword()), LABELS).ifPresent(made -> {
            codes = made;
            load();
        });
    }

    public void turnOff() {
        String given = code == null ? "" : code;
        code = null;
        PageMessages.value(factor.turnOff(account(), takePassword(), given), LABELS)
                .ifPresent(done -> {
                    load();
                    PageMessages.done("The second factor is off: the password alone is enough.");
                });
    }

    /** The codes are kept by their owner now. */
    public void forgetCodes() {
        codes = List.of();
    }

    public void end(SessionView session) {
        sessions.end(session.id(), account());
        load();
        PageMessages.done("The session has ended.");
    }

    public void endAll() throws IOException {
        sessions.endAll(account());
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + Paths.SIGN_IN);
    }

    /** Whether password and second factor are kept by an identity provider. */
    public boolean isElsewhere() {
        return oidc.isOn();
    }

    public boolean isThis(SessionView session) {
        return session.id().equals(Requests.session().id());
    }

    /** The key URI as a picture; null unless a secret waits to be confirmed. */
    public @Nullable String getPicture() {
        ManageSecondFactor.Begun made = begun;
        return made == null ? null : QrCode.dataUri(made.uri());
    }

    private static UUID account() {
        return Requests.session().accountId();
    }

    private char[] takePassword() {
        char[] given = password == null ? new char[0] : password.toCharArray();
        password = null;
        return given;
    }

    public List<SessionView> getOpen() {
        return open;
    }

    public ManageSecondFactor.@Nullable State getState() {
        return state;
    }

    public ManageSecondFactor.@Nullable Begun getBegun() {
        return begun;
    }

    public List<String> getCodes() {
        return codes;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
