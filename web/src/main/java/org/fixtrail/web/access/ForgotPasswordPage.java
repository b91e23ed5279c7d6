package org.fixtrail.web.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.fixtrail.services.access.ResetPassword;
import org.fixtrail.services.access.Visitor;
import org.jspecify.annotations.Nullable;

/** Mails a link to who forgot the password; the page says the same whether there is such an account or not. */
@Named
@RequestScoped
public class ForgotPasswordPage {
    private final ResetPassword reset;
    private final Visitors visitors;

    @Resource
    private ManagedExecutorService executor;

    private @Nullable String email;
    private boolean asked;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public ForgotPasswordPage(ResetPassword reset, Visitors visitors) {
        this.reset = reset;
        this.visitors = visitors;
    }

    @SuppressWarnings("NullAway")
    protected ForgotPasswordPage() {
        this(null, null);
    }

    public boolean isPossible() {
        return reset.isPossible();
    }

    public boolean isAsked() {
        return asked;
    }

    /** Apart from the answer, whose time would tell. */
    public void ask() {
        Visitor visitor = visitors.of(Requests.current());
        String address = email == null ? "" : email;
        executor.execute(() -> reset.mailLink(address, visitor));
        asked = true;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
