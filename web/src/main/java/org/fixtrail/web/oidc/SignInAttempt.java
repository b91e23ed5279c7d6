package org.fixtrail.web.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to the provider and back, remembered in the session of the browser that set out, so that no other can arrive in
 * its place. Several may be under way, one in each tab.
 *
 * @param state comes back with the answer; once used, it is forgotten
 * @param nonce must stand in the ID token
 * @param verifier proves to the provider that who brings the code is who asked for it (PKCE, RFC 7636)
 * @param then the page that was wanted
 */
record SignInAttempt(State state, Nonce nonce, CodeVerifier verifier, String then, Instant startedAt) {
    private static final String NAME = SignInAttempt.class.getName();
    private static final int MOST = 5;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    static SignInAttempt to(String then, Instant now) {
        return new SignInAttempt(new State(), new Nonce(), new CodeVerifier(), then, now);
    }

    void remember(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        synchronized (session) {
            Map<String, SignInAttempt> attempts = new LinkedHashMap<>(of(session));
            attempts.put(state.getValue(), this);
            while (attempts.size() > MOST) {
                attempts.remove(attempts.keySet().iterator().next());
            }
            session.setAttribute(NAME, attempts);
        }
    }

    /** The attempt of this browser that has the state; it is forgotten, whatever comes of it. */
    static Optional<SignInAttempt> take(HttpServletRequest request, @Nullable String state, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || state == null) {
            return Optional.empty();
        }
        synchronized (session) {
            Map<String, SignInAttempt> attempts = new LinkedHashMap<>(of(session));
            Optional<SignInAttempt> taken = Optional.ofNullable(attempts.remove(state));
            session.setAttribute(NAME, attempts);
            return taken.filter(attempt -> attempt.startedAt.plus(LIMIT).isAfter(now));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, SignInAttempt> of(HttpSession session) {
        Object attempts = session.getAttribute(NAME);
        return attempts == null ? Map.of() : (Map<String, SignInAttempt>) attempts;
    }

    /** Without its secrets, so that none reaches a log. */
    @Override
    public String toString() {
        return "SignInAttempt[" + startedAt + "]";
    }
}
