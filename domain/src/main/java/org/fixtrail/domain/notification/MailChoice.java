package org.fixtrail.domain.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.notification.MailWishes.Quiet;
import org.jspecify.annotations.Nullable;

/** What a person chose of {@link MailWishes}; the last one holds. On record, since it explains who was told when. */
@Entity
@Table(name = "mail_choice")
public class MailChoice extends Act {
    private static final int MINUTES = 60;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "warnings")
    private boolean warnings;

    @Column(name = "breaches")
    private boolean breaches;

    /** In minutes of the day. */
    @Column(name = "quiet_from")
    private @Nullable Integer quietFrom;

    @Column(name = "quiet_until")
    private @Nullable Integer quietUntil;

    @Column(name = "digest_hour")
    private @Nullable Integer digestHour;

    @Column(name = "zone")
    private String zone;

    @Column(name = "by_link")
    private boolean byLink;

    @SuppressWarnings("NullAway.Init")
    protected MailChoice() {}

    /** @param byLink whether the link of a mail was used, without signing in */
    @SuppressWarnings("NullAway.Init")
    public MailChoice(UUID id, UUID personId, MailWishes wishes, boolean byLink) {
        super(id);
        this.personId = personId;
        this.warnings = wishes.warnings();
        this.breaches = wishes.breaches();
        Quiet quiet = wishes.quiet();
        if (quiet != null) {
            this.quietFrom = quiet.from().toSecondOfDay() / MINUTES;
            this.quietUntil = quiet.until().toSecondOfDay() / MINUTES;
        }
        this.digestHour = wishes.digestHour();
        this.zone = wishes.zone().getId();
        this.byLink = byLink;
    }

    public UUID personId() {
        return personId;
    }

    public MailWishes wishes() {
        Quiet quiet = quietFrom == null || quietUntil == null ? null : new Quiet(time(quietFrom), time(quietUntil));
        return new MailWishes(warnings, breaches, quiet, digestHour, ZoneId.of(zone));
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay((long) minutes * MINUTES);
    }

    @Override
    public ActType type() {
        return ActType.MAILS_CHOSEN;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("personId", personId)
                .and("warnings", warnings)
                .and("breaches", breaches)
                .and("quietFrom", quietFrom)
                .and("quietUntil", quietUntil)
                .and("digestHour", digestHour)
                .and("zone", zone)
                .and("byLink", byLink)
                .map();
    }
}
