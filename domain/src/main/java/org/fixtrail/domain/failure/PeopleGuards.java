package org.fixtrail.domain.failure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may not do what because of what they did before. */
final class PeopleGuards {
    private static final Set<Stage> BUILDING = EnumSet.of(Stage.CURATED, Stage.RETRAINED, Stage.VALIDATED);

    private PeopleGuards() {}

    static Optional<String> reviewerBuiltNothing(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.REVIEWED) {
            return Optional.empty();
        }
        if (!request.actor().isPerson()) {
            return Optional.of("A review is done by a person, never by a key.");
        }
        return timeline.reached(timeline.cycle()).values().stream()
                .filter(fact -> BUILDING.contains(fact.stage()) && sameHands(fact, request, context))
                .findFirst()
                .map(fact -> (fact.actor().equals(request.actor())
                                ? "You recorded "
                                : "You, or somebody with whom you are bound by a substitution, recorded ")
                        + fact.stage().label() + " in this cycle: somebody else must review the fix.");
    }

    static Optional<String> confirmsAnOpenProposal(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.confirms() == null) {
            return Optional.empty();
        }
        Optional<TransitionFact> proposal = proposal(request, timeline);
        if (proposal.isEmpty()) {
            return Optional.of("There is no open proposal with this id; it may have been confirmed or taken back.");
        }
        return proposal.get().stage() == request.stage()
                        && proposal.get().details().equals(request.details())
                ? Optional.empty()
                : Optional.of("A confirmation repeats the proposal as it stands; to change it, propose anew.");
    }

    static Optional<String> secondPerson(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage().isEnding() && !request.actor().isPerson()) {
            return Optional.of("This needs two people; a key can do neither part.");
        }
        return proposal(request, timeline)
                .filter(proposal -> sameHands(proposal, request, context))
                .map(proposal -> proposal.actor().equals(request.actor())
                        ? "You proposed this: a second person must confirm it."
                        : "A substitute and the absent person count as one here: a second person must confirm it.");
    }

    private static boolean sameHands(TransitionFact fact, MoveRequest request, FailureContext context) {
        return context.substitutions().sameHands(fact.actor(), fact.recordedAt(), request.actor(), context.now());
    }

    static Optional<String> onlyOneProposal(MoveRequest request, Timeline timeline, FailureContext context) {
        return request.stage().isEnding()
                        && request.confirms() == null
                        && !timeline.pending().isEmpty()
                ? Optional.of("Another proposal is open: confirm it or take it back first.")
                : Optional.empty();
    }

    private static Optional<TransitionFact> proposal(MoveRequest request, Timeline timeline) {
        return timeline.pending().stream()
                .filter(fact -> fact.id().equals(request.confirms()))
                .findFirst();
    }
}
