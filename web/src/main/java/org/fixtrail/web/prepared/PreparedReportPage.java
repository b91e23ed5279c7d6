package org.fixtrail.web.prepared;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.prepared.PrepareReport;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The part of a clock's page that hands out the prepared report, and says what is missing. */
@Named
@ViewScoped
public class PreparedReportPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final PrepareReport prepare;
    private @Nullable UUID clockId;
    private transient @Nullable PreparedReport report;

    @Inject
    public PreparedReportPage(PrepareReport prepare) {
        this.prepare = prepare;
    }

    @SuppressWarnings("NullAway")
    protected PreparedReportPage() {
        this(null);
    }

    /** Before a clock's page is drawn. */
    public void ofClock(String id) {
        clockId = Pages.id(id, "clock");
        report = read();
    }

    /** Null for a target, which asks for no report. Read again where the session was moved to another server. */
    public @Nullable PreparedReport getReport() {
        if (report == null) {
            report = read();
        }
        return report;
    }

    private @Nullable PreparedReport read() {
        return clockId != null && prepare.prepare(clockId, null) instanceof Outcome.Done<PreparedReport> done
                ? done.value()
                : null;
    }

    public List<ReportKind> getKinds() {
        return List.of(ReportKind.values());
    }

    /** Fields that people must still fill in, add to, or decide before a report of this kind goes out. */
    public List<PreparedReport.Item> getGaps() {
        PreparedReport prepared = getReport();
        return prepared == null
                ? List.of()
                : prepared.gaps().stream()
                        .filter(item -> !item.mayWait(prepared.kind()))
                        .toList();
    }
}
