package org.fixtrail.reports.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fixtrail.services.pack.PackMark;
import org.fixtrail.services.pack.PackPerson;
import org.jspecify.annotations.Nullable;

/** How one pack writes text, times and numbers. */
record Wording(PageText text, TimeText times) {

    /** Someone else's words, made printable. */
    String clean(String words) {
        return text.clean(words);
    }

    /** A dash where nothing was said. */
    String orDash(@Nullable String words) {
        return words == null || words.isBlank() ? DurationText.NONE : clean(words);
    }

    String person(PackPerson person) {
        return clean(person.displayName() + ", " + person.id());
    }

    static String number(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    static String percent(double share) {
        return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * share) + " %";
    }

    /** In capitals, so that nobody overlooks them; empty where there are none. */
    static String marks(Collection<PackMark> marks) {
        return marks.stream()
                .map(mark -> mark.label().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" \u00B7 "));
    }
}
