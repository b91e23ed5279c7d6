package org.fixtrail.web.oidc;

/** A token is not what it should be. The message says why and holds nothing of it. */
class TokenProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean clocks;

    TokenProblem(String message) {
        this(message, false);
    }

    private TokenProblem(String message, boolean clocks) {
        super(message);
        this.clocks = clocks;
    }

    static TokenProblem ofClocks(long seconds, long allowed) {
        return new TokenProblem(
                "The clocks of Fixtrail and of the sign-in server differ by about " + seconds + " seconds; " + allowed
                        + " are allowed. One of the two machines has the wrong time: tell your administrator.",
                true);
    }

    /** Whether the token is right and only its time is not. */
    boolean isOfClocks() {
        return clocks;
    }
}
