package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.ResetPassword;
import org.jspecify.annotations.Nullable;

/** Where the link leads that was mailed to who forgot the password. */
@Named
@RequestScoped
public class ResetPasswordPage extends NewPasswordForm {
    private final ResetPassword reset;
    private @Nullable String address;

    @Inject
    public ResetPasswordPage(ResetPassword reset) {
        this.reset = reset;
    }

    @SuppressWarnings("NullAway")
    protected ResetPasswordPage() {
        this(null);
    }

    @Override
    void open() {
        address = reset.address(getLink()).orElse(null);
    }

    public void choose() throws IOException {
        Optional<char[]> wanted = wanted();
        if (wanted.isEmpty()) {
            return;
        }
        Optional<UUID> done = PageMessages.value(reset.reset(getLink(), wanted.get()), LABELS);
        if (done.isPresent()) {
            goToSignIn("Your new password holds. Sign in with it; all other sessions have ended.");
        }
    }

    /** Whose password it is; null where the link does not work. */
    public @Nullable String getAddress() {
        return address;
    }
}
