package org.fixtrail.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.lag.LagBoard;
import org.fixtrail.services.pack.FindPacks;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The dashboard. */
@Named
@RequestScoped
public class DashboardPage {
    private static final int SHOWN = 5;
    private static final ClockFilter BREACHED = ClockFilter.of(Set.of(ClockState.BREACHED));

    private final FindFailures failures;
    private final LagBoard lag;
    private final FindSystems systems;
    private final FindClocks clocks;
    private final FindPacks packs;
    private final Show show;

    private @Nullable String system;
    private List<StageCount> stages = List.of();
    private List<FindSystems.SystemName> allSystems = List.of();
    private @Nullable LagPanel panel;
    private long atRisk;
    private long breached;
    private List<FindClocks.ClockRow> clockRows = List.of();
    private List<EvidencePack> lastPacks = List.of();

    /** How many open failures stand at a stage, and how long its bar is, from 0 to 100. */
    public record StageCount(Stage stage, long count, double length) {}

    @Inject
    public DashboardPage(
            FindFailures failures, LagBoard lag, FindSystems systems, FindClocks clocks, FindPacks packs, Show show) {
        this.failures = failures;
        this.lag = lag;
        this.systems = systems;
        this.clocks = clocks;
        this.packs = packs;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected DashboardPage() {
        this(null, null, null, null, null, null);
    }

    /** Before the page is drawn. */
    public void load() {
        stages = counts(failures.openByStage());
        allSystems = systems.names();
        panel = LagPanel.of(lag.show(Choice.id(system), show.getZone()));
        loadClocks();
        if (CallerContext.get().may(Permission.READ_PACK)) {
            lastPacks = packs.list(PageRequest.first(SHOWN)).items();
        }
    }

    /** The first few of those at risk, then of those breached, by deadline. */
    private void loadClocks() {
        PageRequest few = new PageRequest(0, SHOWN, null, false);
        Page<FindClocks.ClockRow> risks = clocks.list(ClockFilter.AT_RISK, few);
        Page<FindClocks.ClockRow> breaches = clocks.list(BREACHED, few);
        atRisk = risks.total();
        breached = breaches.total();
        clockRows =
                Stream.concat(risks.items().stream(), breaches.items().stream()).toList();
    }

    private static List<StageCount> counts(Map<Stage, Long> open) {
        long most = open.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return Stage.line().stream()
                .filter(stage -> stage != Stage.VERIFIED)
                .map(stage -> {
                    long count = open.getOrDefault(stage, 0L);
                    return new StageCount(stage, count, most == 0 ? 0 : 100.0 * count / most);
                })
                .toList();
    }

    public @Nullable String getSystem() {
        return system;
    }

    public void setSystem(@Nullable String system) {
        this.system = system;
    }

    public List<StageCount> getStages() {
        return stages;
    }

    public long getOpen() {
        return stages.stream().mapToLong(StageCount::count).sum();
    }

    public List<Option> getSystemOptions() {
        return Option.of(allSystems);
    }

    public long getAtRisk() {
        return atRisk;
    }

    public long getBreached() {
        return breached;
    }

    public List<FindClocks.ClockRow> getClocks() {
        return clockRows;
    }

    /** The last few, for those who may see them. */
    public List<EvidencePack> getPacks() {
        return lastPacks;
    }

    public @Nullable LagPanel getLag() {
        return panel;
    }
}
