package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.JoinOrganisation;
import org.jspecify.annotations.Nullable;

/** Where the link of an invitation leads. */
@Named
@RequestScoped
public class JoinPage extends NewPasswordForm {
    private final JoinOrganisation joining;
    private JoinOrganisation.@Nullable Invited invited;

    @Inject
    public JoinPage(JoinOrganisation joining) {
        this.joining = joining;
    }

    @SuppressWarnings("NullAway")
    protected JoinPage() {
        this(null);
    }

    @Override
    void open() {
        invited = joining.invited(getLink()).orElse(null);
    }

    public void join() throws IOException {
        Optional<char[]> wanted = wanted();
        if (wanted.isEmpty()) {
            return;
        }
        Optional<UUID> done = PageMessages.value(joining.join(getLink(), wanted.get()), LABELS);
        if (done.isPresent()) {
            goToSignIn("You are in. Sign in with your address and password.");
        }
    }

    /** Null where the link does not work. */
    public JoinOrganisation.@Nullable Invited getInvited() {
        return invited;
    }
}
