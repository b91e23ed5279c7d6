package org.fixtrail.web.failure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.CycleLags;
import org.fixtrail.domain.signal.Signal;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.lag.FailureExposure;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** One failure with its trail, and what the caller may do with it now. */
@Named
@ViewScoped
public class FailureShowPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowFailure showFailure;
    private final FailureExposure exposure;
    private final FindClocks clocks;
    private final PagedRows<Signal> occurrences;

    private @Nullable String id;
    private transient @Nullable FailureView view;
    private transient List<LagText> lags = List.of();

    @Inject
    public FailureShowPage(ShowFailure showFailure, FailureExposure exposure, FindClocks clocks) {
        this.showFailure = showFailure;
        this.exposure = exposure;
        this.clocks = clocks;
        this.occurrences = new PagedRows<>(page -> this.showFailure.occurrences(failureId(), page), Signal::id);
    }

    @SuppressWarnings("NullAway")
    protected FailureShowPage() {
        this(null, null, null);
    }

    public void load() {
        view = showFailure.one(failureId());
    }

    private UUID failureId() {
        return Pages.failureId(id);
    }

    /** Read again where the session was moved to another server. */
    public FailureView getView() {
        FailureView known = view;
        if (known == null) {
            known = showFailure.one(failureId());
            view = known;
        }
        return known;
    }

    public Failure getFailure() {
        return getView().failure();
    }

    public List<StageStep> getSteps() {
        return StageStep.of(getView());
    }

    public List<LagText> getLags() {
        if (lags == null || lags.isEmpty()) {
            CycleLags current =
                    getView().lags().get(Math.max(1, getView().timeline().cycle()));
            lags = current == null ? List.of() : LagText.of(current, exposure.of(getView()));
        }
        return lags;
    }

    public List<TrailItem> getTrail() {
        return TrailItem.of(getView());
    }

    public List<FindClocks.ClockStory> getClocks() {
        return clocks.ofFailure(failureId());
    }

    /** Who wrote a revision. */
    public String who(FailureRevision revision) {
        return TrailItem.who(getView(), revision.actor());
    }

    /** Stages of the line that the caller may record now. */
    public List<Stage> getNext() {
        return getView().next().stream()
                .filter(stage -> getView().may().contains(stage))
                .toList();
    }

    public boolean isContainable() {
        return isOnLine() && getView().may().contains(Stage.CONTAINED);
    }

    /** The endings that the caller may propose; none while another proposal is open. */
    public List<Stage> getEndings() {
        boolean open = isOnLine() && getView().timeline().pending().isEmpty();
        return open ? getView().may().stream().filter(Stage::isEnding).toList() : List.of();
    }

    /** Whether the caller could be the second person for a proposal. */
    public boolean isConfirmable(TrailItem item) {
        return item.pending()
                && getView().may().contains(item.fact().stage())
                && !item.fact().actor().equals(CallerContext.get().actor());
    }

    /** Whether the caller proposed it, so that somebody else must confirm it. */
    public boolean isOwn(TrailItem item) {
        return item.fact().actor().equals(CallerContext.get().actor());
    }

    /** Detected, and neither ended nor done. */
    private boolean isOnLine() {
        return getFailure().status() == FailureStatus.OPEN
                && getView()
                        .timeline()
                        .reached(getView().timeline().cycle(), Stage.DETECTED)
                        .isPresent();
    }

    public PagedRows<Signal> getOccurrences() {
        return occurrences;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
