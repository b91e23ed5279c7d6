package org.fixtrail.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** What somebody outside reported. From the moment at which it was recorded the organisation can be aware of it. */
@Entity
@Table(name = "outside_report")
public class OutsideReport extends Act {
    @Column(name = "address_id")
    private UUID addressId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reporter")
    private Reporter reporter;

    @Column(name = "name")
    private String name;

    @Column(name = "contact")
    private String contact;

    @Column(name = "title")
    private String title;

    @Column(name = "description")
    private String description;

    @Column(name = "version")
    private String version;

    @Column(name = "happened_at")
    private @Nullable Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected OutsideReport() {}

    /**
     * @param systemId of the address; null where the form is of the organisation
     * @param name of who reports; may be empty
     * @param contact by which they can be asked; may be empty
     * @param title what went wrong, in a line
     * @param version of the AI system, as far as they know it; may be empty
     * @param happenedAt when it happened, as far as they know it
     */
    public OutsideReport(
            UUID id,
            UUID addressId,
            @Nullable UUID systemId,
            Reporter reporter,
            String name,
            String contact,
            String title,
            String description,
            String version,
            @Nullable Instant happenedAt) {
        super(id);
        this.addressId = addressId;
        this.systemId = systemId;
        this.reporter = reporter;
        this.name = name;
        this.contact = contact;
        this.title = title;
        this.description = description;
        this.version = version;
        this.happenedAt = happenedAt == null ? null : Moments.toMicros(happenedAt);
    }

    public UUID addressId() {
        return addressId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public Reporter reporter() {
        return reporter;
    }

    public String name() {
        return name;
    }

    public String contact() {
        return contact;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String version() {
        return version;
    }

    public @Nullable Instant happenedAt() {
        return happenedAt;
    }

    @Override
    public ActType type() {
        return ActType.REPORT_RECEIVED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("addressId", addressId)
                .and("systemId", systemId)
                .and("reporter", reporter)
                .and("name", name)
                .and("contact", contact)
                .and("title", title)
                .and("description", description)
                .and("version", version)
                .and("happenedAt", happenedAt)
                .map();
    }
}
