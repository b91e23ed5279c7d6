package org.fixtrail.services.accessreview;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;

/**
 * All rights that are held now.
 *
 * @param rights people by name first, then keys
 */
public record AccessList(List<HeldRight> rights) {
    private static final String FIELD = "\u001f";
    private static final String LINE = "\u001e";

    public AccessList {
        rights = List.copyOf(rights);
    }

    /** How many lines have a mark. */
    public int marked() {
        return (int) rights.stream().filter(right -> !right.marks().isEmpty()).count();
    }

    /**
     * SHA-256 over what a reviewer sees, but for the last use, which changes by the hour: for each line kind, holder's id,
     * role, for whom the holder stands in, begin, giver, second person and marks in the order of their names, with U+001F
     * after each and U+001E after the line, in UTF-8.
     */
    public Sha256 digest() {
        StringBuilder text = new StringBuilder();
        for (HeldRight right : rights) {
            text.append(right.kind()).append(FIELD).append(right.holderId()).append(FIELD);
            text.append(right.what()).append(FIELD).append(right.standsFor()).append(FIELD);
            text.append(Moments.text(right.since()))
                    .append(FIELD)
                    .append(right.givenBy())
                    .append(FIELD);
            text.append(right.confirmedBy()).append(FIELD);
            right.marks().stream()
                    .map(Enum::name)
                    .sorted()
                    .forEach(mark -> text.append(mark).append(FIELD));
            text.append(LINE);
        }
        return Sha256.over(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
