package org.fixtrail.services.access;

import java.util.UUID;

/**
 * What a session gives at this request.
 *
 * @param mustChangePassword nothing else may be done before the one-time password is changed
 * @param secondFactor whether the account has one
 */
public record Standing(Caller caller, UUID accountId, boolean mustChangePassword, boolean secondFactor) {}
