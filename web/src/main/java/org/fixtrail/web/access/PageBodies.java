package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Refuses forms that are larger than any page sends, before a byte of them is read or kept: the pages' servlet takes uploads,
 * and would otherwise take them on every page, the one for signing in included. The API has a limit of its own.
 */
final class PageBodies {
    private static final long SIGN_IN = 64L << 10;
    private static final long FORM = 2L << 20;
    private static final long UPLOAD = 65L << 20;

    /** A document of the largest size, with what stands around it. */
    private static final long DOCUMENTS = 21L << 20;

    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;

    private PageBodies() {}

    /** The same entry, unless the request brings too much. */
    static Entry admit(Entry entry, HttpServletRequest request) {
        String path = Paths.of(request);
        boolean goesOn = entry instanceof Entry.As || entry instanceof Entry.Open;
        if (!goesOn || !Paths.isPage(path) || request.getMethod().equals("GET")) {
            return entry;
        }
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            return new Entry.BadBody(LENGTH_REQUIRED, "Length required", "A form says how long it is.");
        }
        long most = most(path);
        return length > most
                ? new Entry.BadBody(TOO_LARGE, "Too large", "This page takes at most " + most + " bytes.")
                : entry;
    }

    private static long most(String path) {
        if (path.equals(Paths.SIGN_IN)) {
            return SIGN_IN;
        }
        if (Paths.takesDocuments(path)) {
            return DOCUMENTS;
        }
        return path.startsWith(Paths.IMPORTS) ? UPLOAD : FORM;
    }
}
