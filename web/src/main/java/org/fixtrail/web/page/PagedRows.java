package org.fixtrail.web.page;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Rows of a table that come from the database a page at a time; the table asks once for the rows and their number. */
public final class PagedRows<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1;

    private final Source<T> source;
    private final Key<T> key;

    /** A list of a use case, with the page's filter in it. */
    public interface Source<T> extends Function<PageRequest, Page<T>>, Serializable {}

    /** What names a row. */
    public interface Key<T> extends Function<T, Object>, Serializable {}

    public PagedRows(Source<T> source, Key<T> key) {
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
        int offset = Math.min(Math.max(0, first), PageRequest.DEEPEST);
        int limit = Math.max(1, Math.min(size, PageRequest.MOST));
        SortMeta sort = sorts.values().stream()
                .filter(meta -> meta.getOrder() != null && !meta.getOrder().isUnsorted())
                .findFirst()
                .orElse(null);
        PageRequest wanted = sort == null
                ? new PageRequest(offset, limit, null, true)
                : new PageRequest(
                        offset, limit, sort.getField(), sort.getOrder().isDescending());
        return source.apply(wanted).items();
    }

    @Override
    public String getRowKey(T row) {
        return key.apply(row).toString();
    }

    @Override
    public @Nullable T getRowData(String rowKey) {
        List<T> shown = getWrappedData();
        return shown == null
                ? null
                : shown.stream()
                        .filter(row -> getRowKey(row).equals(rowKey))
                        .findFirst()
                        .orElse(null);
    }
}
