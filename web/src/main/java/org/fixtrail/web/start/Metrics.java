package org.fixtrail.web.start;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.fixtrail.services.job.Background;
import org.fixtrail.services.job.TaskReport;
import org.fixtrail.services.job.WaitingWork;

/** What operators watch: the JVM, requests, background tasks and waiting work. Nothing of any organisation. */
@ApplicationScoped
public class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Background background;
    private final WaitingWork waiting;
    private final Histogram requests = Histogram.builder()
            .name("fixtrail_http_request_seconds")
            .help("Time that requests took")
            .labelNames("area", "status")
            .classicOnly()
            .build();

    @Inject
    public Metrics(Background background, WaitingWork waiting) {
        this.background = background;
        this.waiting = waiting;
    }

    @SuppressWarnings("NullAway")
    protected Metrics() {
        this(null, null);
    }

    @PostConstruct
    void register() {
        JvmMetrics.builder().register(registry);
        registry.register(requests);
        GaugeWithCallback.builder()
                .name("fixtrail_waiting_work")
                .help("Work that waits in the whole installation")
                .labelNames("kind")
                .callback(this::waiting)
                .register(registry);
        GaugeWithCallback.builder()
                .name("fixtrail_task_runs")
                .help("Runs of background tasks on this node, by outcome")
                .labelNames("task", "outcome")
                .callback(this::tasks)
                .register(registry);
    }

    /** @param area api, portal or other; never the path, which would make a series for each failure */
    public void request(String area, int status, double seconds) {
        requests.labelValues(area, status / 100 + "xx").observe(seconds);
    }

    MetricSnapshots scrape() {
        return registry.scrape();
    }

    private void waiting(GaugeWithCallback.Callback gauge) {
        WaitingWork.Counts counts = waiting.count();
        gauge.call(counts.jobs(), "jobs");
        gauge.call(counts.notifications(), "notifications");
        gauge.call(counts.clocks(), "clocks");
    }

    private void tasks(GaugeWithCallback.Callback gauge) {
        for (TaskReport report : background.reports()) {
            gauge.call(report.runs() - report.errors(), report.name(), "ok");
            gauge.call(report.errors(), report.name(), "error");
        }
    }
}
