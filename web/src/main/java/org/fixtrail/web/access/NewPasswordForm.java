package org.fixtrail.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pages share by which somebody chooses a password who came by a mailed link. */
public abstract class NewPasswordForm {
    static final Map<String, String> LABELS = Map.of("newPassword", "The new password");

    private String link = "";
    private @Nullable String password;
    private @Nullable String repeated;

    /** Before anything is decoded: whether the form is there at all depends on the link. */
    @PostConstruct
    void start() {
        link = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("link", "");
        open();
    }

    /** Looks up what the link is good for. */
    abstract void open();

    /** The password, if it is the same in both fields; tells what is wrong otherwise. */
    Optional<char[]> wanted() {
        String text = password == null ? "" : password;
        if (text.equals(repeated == null ? "" : repeated)) {
            return Optional.of(text.toCharArray());
        }
        PageMessages.refused("The password is not the same in both fields.");
        return Optional.empty();
    }

    void goToSignIn(String message) throws IOException {
        PageMessages.done(message);
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.getFlash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + Paths.SIGN_IN);
    }

    public String getLink() {
        return link;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }
}
