package org.fixtrail.web.notification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.notification.MailWishes.Quiet;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.notification.ChooseMails;
import org.fixtrail.web.access.PageMessages;
import org.fixtrail.web.page.Option;
import org.jspecify.annotations.Nullable;

/** Where people choose their own mails. */
@Named
@ViewScoped
public class MailsPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int HOURS = 24;

    private final ChooseMails choose;

    private boolean warnings;
    private boolean breaches;
    private boolean quiet;
    private @Nullable Integer quietFrom;
    private @Nullable Integer quietUntil;
    private @Nullable Integer digestHour;
    private String zone = "UTC";

    @Inject
    public MailsPage(ChooseMails choose) {
        this.choose = choose;
    }

    @SuppressWarnings("NullAway")
    protected MailsPage() {
        this(null);
    }

    /** Before the page is drawn for the first time. */
    public void load() {
        PageMessages.open(() -> show(choose.wishes()));
    }

    private void show(MailWishes wishes) {
        warnings = wishes.warnings();
        breaches = wishes.breaches();
        Quiet hours = wishes.quiet();
        quiet = hours != null;
        quietFrom = hours == null
                ? Integer.valueOf(22)
                : Integer.valueOf(hours.from().getHour());
        quietUntil = hours == null
                ? Integer.valueOf(7)
                : Integer.valueOf(hours.until().getHour());
        digestHour = wishes.digestHour();
        zone = wishes.zone().getId();
    }

    public void save() {
        if (quiet && (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil))) {
            PageMessages.refused("Quiet hours: must begin and end at different times");
            return;
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            PageMessages.refused("Zone: must be one of the list");
            return;
        }
        Quiet hours = quiet && quietFrom != null && quietUntil != null
                ? new Quiet(LocalTime.of(quietFrom, 0), LocalTime.of(quietUntil, 0))
                : null;
        choose.choose(new MailWishes(warnings, breaches, hours, digestHour, ZoneId.of(zone)));
        PageMessages.done("Your choice is kept.");
    }

    /** Whether the caller may see clocks, and so may get the digest. */
    public boolean isDigestPossible() {
        return CallerContext.get().may(Permission.VIEW_RECORD);
    }

    public List<Option> getHours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour ->
                        new Option(Integer.toString(hour), LocalTime.of(hour, 0).toString()))
                .toList();
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") || id.equals("UTC"))
                .sorted()
                .toList();
    }

    public boolean isWarnings() {
        return warnings;
    }

    public void setWarnings(boolean warnings) {
        this.warnings = warnings;
    }

    public boolean isBreaches() {
        return breaches;
    }

    public void setBreaches(boolean breaches) {
        this.breaches = breaches;
    }

    public boolean isQuiet() {
        return quiet;
    }

    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    public @Nullable Integer getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(@Nullable Integer quietFrom) {
        this.quietFrom = quietFrom;
    }

    public @Nullable Integer getQuietUntil() {
        return quietUntil;
    }

    public void setQuietUntil(@Nullable Integer quietUntil) {
        this.quietUntil = quietUntil;
    }

    public @Nullable Integer getDigestHour() {
        return digestHour;
    }

    public void setDigestHour(@Nullable Integer digestHour) {
        this.digestHour = digestHour;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone == null ? "" : zone;
    }
}
