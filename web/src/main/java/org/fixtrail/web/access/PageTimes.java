package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes moments in pages, as {@code utc}; the zone is named, since it is not the reader's. */
@Named("utc")
@ApplicationScoped
public class PageTimes {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /** Empty for null. */
    public String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atOffset(ZoneOffset.UTC));
    }
}
