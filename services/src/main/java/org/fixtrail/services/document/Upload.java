package org.fixtrail.services.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.imports.FileName;

/**
 * A document as it came in.
 *
 * @param name as its sender says; folders and characters that no name needs are left out when it is kept
 * @param mediaType as its sender states it, for example {@code application/pdf}; empty where nothing was stated
 */
public record Upload(String name, String mediaType, byte[] content) {
    /** Bytes of one document at most. */
    public static final int MOST_BYTES = 20 << 20;

    /** Documents that come at once, at most. */
    public static final int MOST_AT_ONCE = 10;

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** RFC 6838, section 4.2: names of types without parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final int PDF_HEADER_WITHIN = 1_024;

    /** What is wrong with documents that came at once, each problem at the field {@code document}. */
    public static List<FieldProblem> problems(Collection<Upload> uploads) {
        List<FieldProblem> problems = new ArrayList<>();
        if (uploads.size() > MOST_AT_ONCE) {
            problems.add(new FieldProblem("document", "at most " + MOST_AT_ONCE + " at once"));
        }
        uploads.forEach(upload -> upload.check(problems));
        return problems;
    }

    private void check(List<FieldProblem> problems) {
        String shown = shownName();
        if (shown.isEmpty()) {
            problems.add(new FieldProblem("document", "needs a file name"));
        }
        if (content.length == 0) {
            problems.add(new FieldProblem("document", "is empty"));
        }
        if (content.length > MOST_BYTES) {
            problems.add(new FieldProblem("document", "may have at most " + (MOST_BYTES >> 20) + " MiB"));
        }
        if (!MEDIA_TYPE.matcher(plainType()).matches()) {
            problems.add(new FieldProblem("document", "states no media type like application/pdf"));
        }
        if (plainType().equals("application/pdf") && !isPdf()) {
            problems.add(new FieldProblem("document", "is stated to be a PDF and is none"));
        }
    }

    /** The name that is kept. */
    String shownName() {
        return FileName.shown(name);
    }

    /** The media type that is kept: in small letters, without parameters. */
    String plainType() {
        String type = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? UNKNOWN_TYPE : type;
    }

    /** Readers look for the header in the first kilobyte (ISO 32000-1, implementation note 13 of Adobe's edition). */
    private boolean isPdf() {
        for (int at = 0; at < PDF_HEADER_WITHIN && at + PDF.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + PDF.length, PDF, 0, PDF.length)) {
                return true;
            }
        }
        return false;
    }
}
