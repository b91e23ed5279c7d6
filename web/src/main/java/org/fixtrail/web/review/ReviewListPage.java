package org.fixtrail.web.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.KeepReviews;
import org.fixtrail.services.review.ReviewPeriod;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.figure.Period;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The management reviews, and the form to begin one. */
@Named
@ViewScoped
public class ReviewListPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindReviews reviews;
    private final KeepReviews keep;
    private final FindSystems systems;
    private final Show show;
    private final Clock clock;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private List<Option> systemOptions = new ArrayList<>();
    private transient @Nullable List<FindReviews.ReviewRow> rows;

    @Inject
    public ReviewListPage(FindReviews reviews, KeepReviews keep, FindSystems systems, Show show, Clock clock) {
        this.reviews = reviews;
        this.keep = keep;
        this.systems = systems;
        this.show = show;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ReviewListPage() {
        this(null, null, null, null, null);
    }

    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        systemOptions = new ArrayList<>(Option.of(systems.names()));
        int year = LocalDate.now(clock.withZone(zone())).getYear();
        entered.put("from", Period.ofYear(year).from().toString());
        entered.put("to", Period.ofYear(year).to().toString());
    }

    public void begin() {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = day("from", problems);
        LocalDate to = day("to", problems);
        if (from == null || to == null) {
            answers.refuse(problems);
            return;
        }
        Period period = new Period(from, to);
        answers.ask(() -> keep.open(new ReviewPeriod(
                        period.begin(zone()), period.end(zone()), Choice.id(entered.get("system")), null)))
                .ifPresent(id -> Pages.go(
                        "/review/show.xhtml",
                        Map.of("id", id.toString()),
                        "The review has begun; its inputs are frozen."));
    }

    private @Nullable LocalDate day(String name, List<FieldProblem> problems) {
        try {
            return LocalDate.parse(
                    Objects.requireNonNullElse(entered.get(name), "").strip());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(name, "must be a day"));
            return null;
        }
    }

    private ZoneId zone() {
        return show.getZone();
    }

    public String period(FindReviews.ReviewRow row) {
        return Period.of(row.from(), row.to(), zone()).words();
    }

    public List<FindReviews.ReviewRow> getRows() {
        List<FindReviews.ReviewRow> known = rows;
        if (known == null) {
            known = reviews.list();
            rows = known;
        }
        return known;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<Option> getSystems() {
        return systemOptions;
    }
}
