package org.fixtrail.domain.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;

/**
 * What an entry of a review says.
 *
 * @param figures the frozen figures, as {@link org.fixtrail.domain.figure.Figures#text} writes them
 * @param earlier what became of what earlier reviews decided
 * @param context changes in context, and whatever else was looked at; may be empty
 * @param participants who took part
 */
public record ReviewContent(
        String figures,
        List<EarlierDecision> earlier,
        String context,
        List<String> participants,
        List<ReviewDecision> decisions) {
    public ReviewContent {
        earlier = List.copyOf(earlier);
        participants = List.copyOf(participants);
        decisions = List.copyOf(decisions);
    }

    /** The same words over other inputs. */
    public ReviewContent withInputs(String otherFigures, List<EarlierDecision> otherEarlier) {
        return new ReviewContent(otherFigures, otherEarlier, context, participants, decisions);
    }

    /** Other words over the same inputs. */
    public ReviewContent withWords(
            String otherContext, List<String> otherParticipants, List<ReviewDecision> otherDecisions) {
        return new ReviewContent(figures, earlier, otherContext, otherParticipants, otherDecisions);
    }

    static String earlierText(List<EarlierDecision> earlier) {
        return CanonicalJson.write(
                earlier.stream().map(EarlierDecision::members).toList());
    }

    static String decisionsText(List<ReviewDecision> decisions) {
        return CanonicalJson.write(
                decisions.stream().map(ReviewDecision::members).toList());
    }

    static List<EarlierDecision> earlier(String text) {
        return list(text, item -> EarlierDecision.of((Map<?, ?>) item));
    }

    static List<ReviewDecision> decisions(String text) {
        return list(text, item -> ReviewDecision.of((Map<?, ?>) item));
    }

    static List<String> names(String text) {
        return list(text, Object::toString);
    }

    private static <T> List<T> list(String text, Function<Object, T> read) {
        List<T> items = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(JsonText.read(text))).forEach(item -> items.add(read.apply(item)));
        return items;
    }
}
