package org.fixtrail.services.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param offset items to pass over, 0 to 1,000,000
 * @param limit items wanted, 1 to 200
 * @param sort name of the field to sort by, or null for the list's own order; unknown names give the list's own order, the
 *     API refuses them before
 */
public record PageRequest(int offset, int limit, @Nullable String sort, boolean descending) {
    public static final int MOST = 200;
    public static final int DEEPEST = 1_000_000;

    public PageRequest {
        if (offset < 0 || offset > DEEPEST) {
            throw new IllegalArgumentException("offset must be from 0 to 1,000,000");
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be from 1 to " + MOST);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(0, limit, null, true);
    }
}
