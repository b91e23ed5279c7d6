package org.fixtrail.web.access;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Rows of a table that come from the database a page at a time; the table asks once for the rows and their number. */
final class PagedRows<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<PageRequest, Page<T>> source;
    private final transient Function<T, Object> key;

    PagedRows(Function<PageRequest, Page<T>> source, Function<T, Object> key) {
        this.source = source;
        this.key = key;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int)
                Math.min(Integer.MAX_VALUE, source.apply(PageRequest.first(1)).total());
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        SortMeta sort = sorts.values().stream().findFirst().orElse(null);
        int limit = Math.max(1, Math.min(size, PageRequest.MOST));
        return source.apply(
                        sort == null
                                ? new PageRequest(first, limit, null, false)
                                : new PageRequest(
                                        first,
                                        limit,
                                        sort.getField(),
                                        sort.getOrder().isDescending()))
                .items();
    }

    @Override
    public String getRowKey(T row) {
        return key.apply(row).toString();
    }

    @Override
    public @org.jspecify.annotations.Nullable T getRowData(String rowKey) {
        List<T> shown = getWrappedData();
        return shown == null
                ? null
                : shown.stream()
                        .filter(row -> getRowKey(row).equals(rowKey))
                        .findFirst()
                        .orElse(null);
    }
}
