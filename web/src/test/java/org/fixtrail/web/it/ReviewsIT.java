package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.review.FindReviews;
import org.fixtrail.services.review.FindReviews.FiguresCheck;
import org.fixtrail.services.review.KeepReviews;
import org.fixtrail.services.review.ReviewPeriod;
import org.fixtrail.services.review.ReviewView;
import org.fixtrail.services.review.ReviewWords;
import org.fixtrail.services.review.ReviewWords.NewDecision;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A management review freezes its inputs, takes decisions, is closed by a person, and is never edited after. */
@ExtendWith(ArquillianExtension.class)
class ReviewsIT {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final NewDecision RETRAIN = new NewDecision(null, "Retrain each quarter", "B. Builder", LONG_AGO);

    @Inject
    private KeepReviews keep;

    @Inject
    private FindReviews find;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void inputs_stay_frozen_and_computing_them_again_gives_the_same_whatever_happened_since() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID failure = story.failure(tenant, Duration.ofHours(2));
        story.walk(tenant, failure, Stage.DETECTED);
        UUID review = opened(tenant);
        ReviewView before = view(tenant, review);

        story.walk(tenant, failure, Stage.ANALYSED, Stage.DEPLOYED);

        assertThat(view(tenant, review).figures()).isEqualTo(before.figures());
        assertThat(as(tenant.somebody(Role.AUDITOR), () -> find.check(review))).isEqualTo(FiguresCheck.SAME);
        done(as(officer(tenant), () -> keep.renewInputs(review, 1)));
        assertThat(view(tenant, review).figures().tables())
                .isNotEqualTo(before.figures().tables());
        assertThat(as(tenant.somebody(Role.AUDITOR), () -> find.check(review))).isEqualTo(FiguresCheck.SAME);
    }

    @Test
    void a_closed_review_is_superseded_by_a_further_entry_with_a_reason_alone() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID review = opened(tenant);
        assertThat(fields(as(officer(tenant), () -> keep.close(review, 1))))
                .as("nobody took part")
                .containsExactly("participants");
        done(write(tenant, review, words(RETRAIN), "", 1));
        done(as(officer(tenant), () -> keep.close(review, 2)));

        assertThat(fields(write(tenant, review, words(RETRAIN), "", 3))).containsExactly("reason");
        assertThat(rule(as(officer(tenant), () -> keep.renewInputs(review, 3)))).isEqualTo("review-closed");
        assertThat(rule(as(officer(tenant), () -> keep.close(review, 3)))).isEqualTo("review-closed");
        done(write(tenant, review, words(), "the decision was another", 3));

        ReviewView after = view(tenant, review);
        assertThat(after.latest().closed()).isTrue();
        assertThat(after.decisions()).isEmpty();
        assertThat(after.closing().orElseThrow().entry()).isEqualTo(3);
        assertThat(after.closing().orElseThrow().by()).isEqualTo(Role.COMPLIANCE_OFFICER.label());
        assertThat(after.entries())
                .extracting(ReviewView.Entered::reason)
                .first()
                .isEqualTo("the decision was another");
        assertThat(as(tenant.somebody(Role.AUDITOR), () -> check.check()).problem())
                .isNull();
    }

    @Test
    void a_decision_is_marked_done_later_and_is_an_input_of_the_next_review() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID first = opened(tenant);
        done(write(tenant, first, words(RETRAIN), "", 1));
        UUID decision = view(tenant, first).decisions().get(0).decision().id();
        assertThat(view(tenant, first).decisions().get(0).overdue()).isTrue();

        UUID second = opened(tenant);
        assertThat(view(tenant, second).earlier()).singleElement().satisfies(earlier -> {
            assertThat(earlier.decision().id()).isEqualTo(decision);
            assertThat(earlier.doneAt()).isNull();
        });
        done(as(officer(tenant), () -> keep.report(first, decision, clock.now(), "done in March")));

        ReviewView.Decided decided = view(tenant, first).decisions().get(0);
        assertThat(decided.done()).isTrue();
        assertThat(decided.overdue()).isFalse();
        assertThat(decided.report().orElseThrow().note()).isEqualTo("done in March");
        assertThat(view(tenant, second).earlier().get(0).doneAt())
                .as("what was frozen stays")
                .isNull();
        assertThat(view(tenant, opened(tenant)).earlier().get(0).doneAt()).isNotNull();
        assertThat(fields(as(officer(tenant), () -> keep.report(first, decision, null, ""))))
                .as("why it is not done after all")
                .containsExactly("note");
    }

    @Test
    void who_saw_an_older_entry_changes_nothing_and_only_a_compliance_officer_writes() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID review = opened(tenant);
        done(write(tenant, review, words(RETRAIN), "", 1));

        assertThatThrownBy(() -> write(tenant, review, words(), "", 1)).isInstanceOf(Changed.class);
        assertThatThrownBy(() -> as(tenant.somebody(Role.RISK_ANALYST), () -> keep.close(review, 2)))
                .isInstanceOf(NotPermitted.class);
        assertThat(view(tenant, review).latest().entry()).isEqualTo(2);
    }

    @Test
    void what_is_wrong_with_an_entry_is_named_by_its_field() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID review = opened(tenant);
        ReviewWords wrong = new ReviewWords(
                "x".repeat(20_001), List.of(" "), List.of(new NewDecision(UUID.randomUUID(), "", "", null), RETRAIN));

        assertThat(fields(write(tenant, review, wrong, "", 1)))
                .containsExactly(
                        "context",
                        "participants",
                        "decisions[0].text",
                        "decisions[0].owner",
                        "decisions[0].dueOn",
                        "decisions[0].id");
    }

    private static ReviewWords words(NewDecision... decisions) {
        return new ReviewWords("A new law applies", List.of("C. Chair", "O. Officer"), List.of(decisions));
    }

    private Outcome<UUID> write(Tenant tenant, UUID review, ReviewWords words, String reason, int seen) {
        return as(officer(tenant), () -> keep.write(review, words, reason, seen));
    }

    private UUID opened(Tenant tenant) {
        ReviewPeriod period = new ReviewPeriod(
                clock.now().minus(Duration.ofDays(30)), clock.now().plus(Duration.ofDays(1)), null, null);
        return done(as(officer(tenant), () -> keep.open(period)));
    }

    private static Caller officer(Tenant tenant) {
        return tenant.person(0);
    }

    private ReviewView view(Tenant tenant, UUID review) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.one(review));
    }
}
