package org.fixtrail.web.pack;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.pack.FindPacks;
import org.fixtrail.services.pack.IssuePack;
import org.fixtrail.services.pack.PackRequest;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.JobText;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** Evidence packs: what was issued, what is being made, and the form to ask for one. */
@Named
@ViewScoped
public class PackPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindPacks packs;
    private final IssuePack issuePack;
    private final FindSystems systems;
    private final Show show;
    private final PagedRows<PackRow> rows;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private final Map<String, String> systemNames = new HashMap<>();
    private String[] chosen = {};
    private List<JobText> jobs = new ArrayList<>();
    private Set<UUID> underWay = new HashSet<>();

    @Inject
    public PackPage(FindPacks packs, IssuePack issuePack, FindSystems systems, Show show) {
        this.packs = packs;
        this.issuePack = issuePack;
        this.systems = systems;
        this.show = show;
        this.rows = new PagedRows<>(
                page -> this.packs.list(page).map(pack -> PackRow.of(pack, systemNames, this.show.wall())),
                row -> row.pack().id());
    }

    @SuppressWarnings("NullAway")
    protected PackPage() {
        this(null, null, null, null);
    }

    public void load() {
        jobs = new ArrayList<>(packs.jobs().stream().map(JobText::of).toList());
        underWay = underWay();
        if (CallerContext.get().may(Permission.VIEW_RECORD)) {
            systems.names().forEach(system -> systemNames.put(system.id().toString(), system.name()));
        }
    }

    /** Looks how far the jobs are. Once one has ended, its pack is in the list, or its failure is told. */
    public void poll() {
        jobs = new ArrayList<>(packs.jobs().stream().map(JobText::of).toList());
        Set<UUID> before = underWay;
        underWay = underWay();
        if (!underWay.containsAll(before)) {
            Pages.go("/pack/list.xhtml", Map.of(), "A pack has come to its end: see below.");
        }
    }

    public void issue() {
        List<FieldProblem> problems = new ArrayList<>();
        Instant from = moment("from", problems);
        Instant to = moment("to", problems);
        Instant asOf = moment("asOf", problems);
        if (!problems.isEmpty()) {
            answers.refuse(problems);
            return;
        }
        List<UUID> wanted = new ArrayList<>();
        for (String id : chosen) {
            UUID system = Choice.id(id);
            if (system != null) {
                wanted.add(system);
            }
        }
        answers.ask(() -> issuePack.request(new PackRequest(wanted, from, to, asOf)))
                .ifPresent(job -> Pages.go(
                        "/pack/list.xhtml",
                        Map.of(),
                        "The pack is being made. You may leave this page and come back."));
    }

    private @Nullable Instant moment(String name, List<FieldProblem> problems) {
        String text = Choice.text(entered.get(name));
        if (text == null) {
            return null;
        }
        Instant moment = show.wall().parse(text).orElse(null);
        if (moment == null) {
            problems.add(new FieldProblem(name, "is not a date and time"));
        }
        return moment;
    }

    private Set<UUID> underWay() {
        Set<UUID> ids = new HashSet<>();
        jobs.stream().filter(JobText::isUnderWay).forEach(job -> ids.add(job.id()));
        return ids;
    }

    public boolean isWorking() {
        return !underWay.isEmpty();
    }

    public List<JobText> getJobs() {
        return jobs;
    }

    public PagedRows<PackRow> getRows() {
        return rows;
    }

    public List<Option> getSystems() {
        return systemNames.entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String @Nullable [] chosen) {
        this.chosen = Objects.requireNonNullElse(chosen, new String[0]).clone();
    }
}
