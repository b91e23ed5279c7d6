package org.fixtrail.launcher.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fixtrail.launcher.LaunchException;
import org.fixtrail.launcher.server.ServerAddress;

/**
 * Tells the sample story through the public interface of the application that runs, each call by the person whose part it
 * is. Published facts end with the detection; whatever comes after is invented, and marked as such in the record.
 */
public final class DemoStory {
    private final Clock clock;

    public DemoStory(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is to be remembered.
     *
     * @param pack the evidence pack
     * @param signIns lines that hold passwords and tokens, to be shown once and kept nowhere
     */
    public record Told(Path pack, String sha256, Path certificate, List<String> signIns) {
        public Told {
            signIns = List.copyOf(signIns);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Told[" + pack + "]";
        }
    }

    /**
     * Tells the story, which takes some seconds.
     *
     * @param base the address of the application, without a slash at the end
     * @param operatorKey opens the operator end points
     * @param folder takes the evidence pack
     * @param print shows one step to the user
     * @throws LaunchException if the application answers anything that the story does not expect
     */
    public Told tell(ServerAddress address, String operatorKey, Path folder, Consumer<String> print) {
        DemoPeople people = DemoPeople.make(Api.asOperator(address, operatorKey));
        print.accept("organisation \"" + DemoPeople.ORGANISATION + "\" with " + DemoPerson.values().length + " people");
        Assistant assistant = Assistant.add(people);
        print.accept(String.format(
                Locale.ROOT,
                "AI system \"Aster Health Assistant\", launched on 7 January 2026, %,d queries up to 23 February",
                Assistant.queries(Assistant.LAUNCH, Assistant.STUDY)));
        Alarms alarms = new Alarms(people, print);
        MainCase main = new MainCase(assistant, print);
        main.detect();
        main.analyse();
        alarms.setTargets();
        alarms.awaitBreach(main.failure());
        main.fix();
        main.review();
        main.deploy();
        alarms.tell(main.failure());
        new OtherCases(assistant, now(), print).tell(main.failure());
        lag(assistant, print);
        Pack pack = Pack.issue(assistant, folder, print);
        return new Told(pack.file(), pack.sha256(), pack.certificate(), new ArrayList<>(people.table()));
    }

    private static void lag(Assistant assistant, Consumer<String> print) {
        Answer figure = assistant
                .people()
                .as(DemoPerson.AUDITOR)
                .get("/api/v1/lag?system=" + assistant.id())
                .only("figures", "pair", "DETECTED-DEPLOYED");
        String median = figure.part("p50").textOrEmpty("estimate");
        print.accept("adaptation lag over " + figure.number("population") + " failures, "
                + figure.number("censored") + " of them open: median "
                + (median.isEmpty() ? "not reached" : Case.words(Long.parseLong(median))));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
