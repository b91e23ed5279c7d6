package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.SignIn;
import org.jspecify.annotations.Nullable;

/** Changes the own password; a one-time password must be changed here before anything else. */
@Named
@RequestScoped
public class ChangePasswordPage {
    private static final Map<String, String> LABELS =
            Map.of("oldPassword", "The present password", "newPassword", "The new password");

    private final SignIn signIn;

    private @Nullable String oldPassword;
    private @Nullable String newPassword;
    private @Nullable String repeated;

    @Inject
    public ChangePasswordPage(SignIn signIn) {
        this.signIn = signIn;
    }

    @SuppressWarnings("NullAway")
    protected ChangePasswordPage() {
        this(null);
    }

    public boolean isForced() {
        return Gate.mustChangePassword(Requests.current());
    }

    public void change() throws IOException {
        SignedInSession session = SignedInSession.find(Requests.current()).orElseThrow();
        String wanted = text(newPassword);
        if (!wanted.equals(text(repeated))) {
            PageMessages.refused("The new password is not the same in both fields.");
            return;
        }
        Optional<UUID> changed = PageMessages.value(
                signIn.changePassword(
                        session.accountId(), session.id(), text(oldPassword).toCharArray(), wanted.toCharArray()),
                LABELS);
        if (changed.isPresent()) {
            session.open(Requests.current());
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + Paths.HOME);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    public @Nullable String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(@Nullable String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public @Nullable String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(@Nullable String newPassword) {
        this.newPassword = newPassword;
    }

    public @Nullable String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }
}
