package org.fixtrail.services.access;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param address of the client, as far as the server can tell
 * @param network by which misses are counted: the address, or what it is part of
 * @param agent what the browser calls itself
 * @param device what an earlier sign-in left in the browser, or null
 */
public record Visitor(
        String address,
        String network,
        String agent,
        @Nullable String device) {
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_AGENT = 300;

    /** Cuts what is too long to keep. */
    public Visitor {
        address = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
        agent = agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
