package org.fixtrail.web.api;

import java.util.List;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** One page of a list in the API. */
public record PageJson<T>(List<T> items, long total, int offset, int limit) {
    public static <T> PageJson<T> of(Page<T> page, PageRequest request) {
        return new PageJson<>(page.items(), page.total(), request.offset(), request.limit());
    }
}
