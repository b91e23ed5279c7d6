package org.fixtrail.services.pack;

import java.time.Instant;

/**
 * Who issued the pack and when; the time is also the claimed signing time of the seal.
 *
 * @param role the issuer's role at that time, as people read it
 */
public record PackIssue(Instant issuedAt, PackPerson by, String role) {}
