package org.fixtrail.services.access;

import java.util.Set;
import org.fixtrail.domain.access.Role;

/**
 * What became of somebody's wish about roles.
 *
 * @param taken roles that the person holds no more
 * @param proposed roles that wait for a second person
 */
public record RolesChange(Set<Role> taken, Set<Role> proposed) {}
