package org.fixtrail.web.oidc;

/** What lies below {@code /oidc/}, where nobody is signed in yet or any more. */
public final class OidcPaths {
    /** All of it is open: each answers for itself. */
    public static final String BELOW = "/oidc/";

    /** Leads to the provider, and back to the page of the parameter {@code then}. */
    public static final String START = BELOW + "start";

    /** Shown in a frame of the provider's, and of nobody else. */
    static final String FRONT_CHANNEL = BELOW + "front-channel-logout";

    public static final String CALLBACK = BELOW + "callback";
    static final String BACK_CHANNEL = BELOW + "back-channel-logout";
    static final String PROBLEM = BELOW + "problem.xhtml";
    static final String SIGNED_OUT = BELOW + "signed-out.xhtml";

    private OidcPaths() {}
}
