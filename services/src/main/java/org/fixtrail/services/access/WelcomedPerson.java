package org.fixtrail.services.access;

import java.util.UUID;

/**
 * A person who was added.
 *
 * @param welcome refused where the invitation did not go out; it may be repeated
 */
public record WelcomedPerson(UUID personId, String email, Outcome<Welcome> welcome) {}
