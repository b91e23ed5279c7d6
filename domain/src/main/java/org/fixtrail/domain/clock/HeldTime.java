package org.fixtrail.domain.clock;

import java.util.UUID;
import org.fixtrail.domain.counting.WorkingTime;

/**
 * The organisation's working time as one revision stated it.
 *
 * @param row of the revision
 */
public record HeldTime(UUID row, WorkingTime time) {}
