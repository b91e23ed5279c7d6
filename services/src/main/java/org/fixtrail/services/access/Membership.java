package org.fixtrail.services.access;

import java.util.UUID;

/** An organisation in which an account is a person whose access is not ended. */
public record Membership(UUID organisationId, String organisationName) {}
