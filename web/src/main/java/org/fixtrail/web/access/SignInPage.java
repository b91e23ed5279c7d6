package org.fixtrail.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.services.access.Membership;
import org.fixtrail.services.access.Memberships;
import org.fixtrail.services.access.SignIn;
import org.fixtrail.services.access.SignInResult;
import org.fixtrail.web.oidc.OidcMode;
import org.fixtrail.web.oidc.OidcPaths;
import org.jspecify.annotations.Nullable;

/** Asks for address and password, for the code of a second factor, and for the organisation where there are several. */
@Named
@ViewScoped
public class SignInPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final SignIn signIn;
    private final Memberships memberships;
    private final Visitors visitors;
    private final Entrance entrance;
    private final OidcMode oidc;
    private final Clock clock;

    private String then = Paths.HOME;
    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String code;
    private @Nullable UUID waitsForCode;
    private SignInResult.@Nullable SignedIn signedIn;
    private List<Membership> choices = List.of();
    private @Nullable String organisation;

    @Inject
    public SignInPage(
            SignIn signIn, Memberships memberships, Visitors visitors, Entrance entrance, OidcMode oidc, Clock clock) {
        this.signIn = signIn;
        this.memberships = memberships;
        this.visitors = visitors;
        this.entrance = entrance;
        this.oidc = oidc;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SignInPage() {
        this(null, null, null, null, null, null);
    }

    /** Where to go afterwards is remembered from the link that led here. */
    @PostConstruct
    void start() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        then = LocalPath.check(parameters.get("then")).orElse(Paths.HOME);
    }

    /** Whether people sign in at an identity provider. */
    public boolean isElsewhere() {
        return oidc.isOn();
    }

    /** The way to the identity provider, and back to the page that was wanted. */
    public String getWayThere() {
        return OidcPaths.START + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }

    public void signIn() throws IOException {
        SignInResult result =
                signIn.authenticate(text(email), text(password).toCharArray(), visitors.of(Requests.current()));
        password = null;
        if (result instanceof SignInResult.NeedsCode needed) {
            waitsForCode = needed.accountId();
        } else {
            goOn(result, "E-mail address or password is wrong.");
        }
    }

    /** The second step, where there is a second factor. */
    public void verify() throws IOException {
        UUID account = waitsForCode;
        if (account != null) {
            SignInResult result = signIn.verifyCode(account, text(code));
            code = null;
            goOn(result, "The code is wrong, or was used before. Take the one that is shown now.");
        }
    }

    /** Into the one of several organisations that was chosen. */
    public void enter() throws IOException {
        for (Membership membership : choices) {
            if (membership.organisationId().toString().equals(organisation)) {
                enter(membership);
            }
        }
    }

    /** Which of the steps is shown: {@code password}, {@code code} or {@code organisation}. */
    public String getStep() {
        if (!choices.isEmpty()) {
            return "organisation";
        }
        return waitsForCode == null ? "password" : "code";
    }

    private void goOn(SignInResult result, String rejected) throws IOException {
        if (result instanceof SignInResult.LockedUntil locked) {
            PageMessages.refused("Too many wrong attempts. Try again in " + wait(locked.time()) + ".");
        } else if (result instanceof SignInResult.SignedIn done) {
            choose(done);
        } else {
            PageMessages.refused(rejected);
        }
    }

    private void choose(SignInResult.SignedIn done) throws IOException {
        signedIn = done;
        List<Membership> found = memberships.of(done.accountId());
        if (found.isEmpty()) {
            PageMessages.refused("Your access was ended. Ask your administrator.");
        } else if (found.size() == 1) {
            enter(found.get(0));
        } else {
            choices = found;
        }
    }

    private void enter(Membership membership) throws IOException {
        SignInResult.SignedIn who = signedIn;
        if (who == null) {
            return;
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        entrance.enter(
                who.accountId(), membership, null, Requests.current(), (HttpServletResponse) external.getResponse());
        String page = who.mustChangePassword() ? Paths.CHANGE_PASSWORD : then;
        external.redirect(external.getRequestContextPath() + page);
    }

    private String wait(Instant until) {
        long seconds = Math.max(1, Duration.between(Instant.now(clock), until).toSeconds() + 1);
        return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
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

    public List<Membership> getChoices() {
        return choices;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }
}
