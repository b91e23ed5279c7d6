package org.fixtrail.services.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * A grant as people see it.
 *
 * @param person who is to get the roles
 * @param absent for whom that person stands in, or null
 * @param proposer who proposed it
 * @param conflict why the roles should not be held together, or null
 * @param own whether the one who asks proposed it, and so can take it back and cannot confirm it
 */
public record GrantRow(
        UUID id,
        UUID personId,
        String person,
        Set<Role> roles,
        @Nullable String absent,
        Optional<Substitution> substitution,
        String proposer,
        Instant proposedAt,
        @Nullable String conflict,
        String reason,
        boolean own) {}
