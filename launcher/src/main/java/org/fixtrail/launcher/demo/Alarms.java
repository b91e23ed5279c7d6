package org.fixtrail.launcher.demo;

import static org.fixtrail.launcher.demo.DemoPerson.AUDITOR;
import static org.fixtrail.launcher.demo.DemoPerson.RISK_ANALYST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The organisation's own targets, and what comes of missing one. */
final class Alarms {
    private static final String VALID_FROM = "2026-01-01T00:00:00Z";

    private final DemoPeople people;
    private final Consumer<String> print;

    Alarms(DemoPeople people, Consumer<String> print) {
        this.people = people;
        this.print = print;
    }

    void setTargets() {
        target("CRITICAL", "ANALYSED", 7);
        target("CRITICAL", "DEPLOYED", 30);
        target("HIGH", "ANALYSED", 14);
        target("HIGH", "DEPLOYED", 60);
        print.accept("targets of the risk analyst: critical failures analysed within 7 days and deployed within 30,"
                + " high ones within 14 and 60");
    }

    /** Waits until the server has seen that a target was missed, and until the mail about it was taken. */
    void awaitBreach(Case failure) {
        Answer clock = Poll.until("a missed target", () -> clock(failure, "BREACHED"));
        print.accept("missed: " + clock.text("obligation") + ", which was due on "
                + clock.text("legalAt").substring(0, 10));
        Answer mail = Poll.until("the mail about the missed target", () -> mail(failure));
        print.accept("mail sent to " + mail.text("recipient") + ": " + mail.text("subject"));
    }

    /** What became of the clocks of a failure. */
    void tell(Case failure) {
        clocks(failure)
                .forEach(clock -> print.accept("clock: " + clock.text("obligation") + ": " + clock.text("state")
                        + ", reached on " + clock.text("metAt").substring(0, 10)));
    }

    private Optional<Answer> clock(Case failure, String state) {
        return clocks(failure).stream()
                .filter(clock -> clock.text("state").equals(state))
                .findFirst();
    }

    private List<Answer> clocks(Case failure) {
        return people.as(AUDITOR).get("/api/v1/clocks?limit=200").parts("items").stream()
                .filter(clock -> clock.text("failure").equals(failure.id()))
                .toList();
    }

    private Optional<Answer> mail(Case failure) {
        return people
                .as(AUDITOR)
                .get("/api/v1/notifications?state=SENT&failure=" + failure.id())
                .parts("items")
                .stream()
                .filter(mail -> mail.text("kind").equals("target.breached"))
                .findFirst();
    }

    private void target(String severity, String stage, int days) {
        people.as(RISK_ANALYST)
                .post(
                        "/api/v1/targets",
                        Map.of(
                                "severity", severity,
                                "fromStage", "DETECTED",
                                "toStage", stage,
                                "amount", days,
                                "unit", "DAYS",
                                "validFrom", VALID_FROM));
    }
}
