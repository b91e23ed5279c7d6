package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.intake.IntakeAddress;
import org.fixtrail.domain.intake.OutsideReport;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.notification.MailPage;
import org.fixtrail.services.notification.Message;
import org.fixtrail.services.notification.Outbox;

/** Stores what somebody outside reports, and tells those who handle it. */
@ApplicationScoped
@Transactional
public class TakeReport {
    /** A mail for each would let anybody flood the team; the list shows them all. */
    private static final Duration BETWEEN_MAILS = Duration.ofHours(1);

    private static final int MOST_OPEN = 1_000;

    private final EntityManager em;
    private final Addresses addresses;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;
    private final URI baseUrl;

    @Inject
    TakeReport(
            EntityManager em,
            Addresses addresses,
            Ledger ledger,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.addresses = addresses;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected TakeReport() {
        this(null, null, null, null, null, "http://localhost");
    }

    @Requires(Permission.REPORT_FROM_OUTSIDE)
    public Intake.Heading heading(UUID address) {
        IntakeAddress open = addresses.open(address);
        return new Intake.Heading(organisation(), open.label(), system(open));
    }

    private String organisation() {
        return em.find(Organisation.class, CallerContext.get().organisationId()).name();
    }

    private String system(IntakeAddress address) {
        UUID id = address.systemId();
        AiSystem system = id == null ? null : em.find(AiSystem.class, id);
        return system == null ? "" : system.name();
    }

    @Requires(Permission.REPORT_FROM_OUTSIDE)
    public Outcome<UUID> take(UUID address, NewReport report) {
        IntakeAddress open = addresses.open(address);
        Instant now = Instant.now(clock);
        List<FieldProblem> problems = report.problems(now);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (count(OpenReports.COUNT) >= MOST_OPEN) {
            return Outcome.refused(
                    "too-many", "More reports wait than can be taken here. Please reach the organisation another way.");
        }
        boolean lately = em.createQuery("select count(r) from OutsideReport r where r.recordedAt > :since", Long.class)
                        .setParameter("since", now.minus(BETWEEN_MAILS))
                        .getSingleResult()
                > 0;
        OutsideReport taken = new OutsideReport(
                UUID.randomUUID(),
                address,
                open.systemId(),
                report.reporter(),
                report.name().strip(),
                report.contact().strip(),
                report.title().strip(),
                report.description().strip(),
                report.version().strip(),
                report.happenedAt());
        ledger.append(taken);
        if (!lately) {
            outbox.tellTeam(mail(taken, open), true, null);
        }
        return Outcome.done(taken.id());
    }

    private long count(String query) {
        return em.createQuery(query, Long.class).getSingleResult();
    }

    private Message mail(OutsideReport report, IntakeAddress address) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Report", report.title());
        facts.put("By", report.reporter().label());
        facts.put("Through", address.label());
        MailPage page = MailPage.of(MailPage.Tone.WARNING, "Somebody outside reported a failure")
                .paragraph(
                        "From now on the organisation can be aware of it: legal clocks may run. Further reports of the"
                                + " next hour are in the list, without a mail for each.")
                .facts(facts)
                .button(
                        "Look at it",
                        baseUrl.resolve("report/show.xhtml?id=" + report.id()).toString());
        return new Message(
                "report.received",
                null,
                null,
                report.systemId(),
                "Reported from outside: " + report.title(),
                page.text(),
                page.html());
    }
}
