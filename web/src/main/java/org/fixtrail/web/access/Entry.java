package org.fixtrail.web.access;

import java.util.UUID;
import org.fixtrail.services.access.Caller;

/** What becomes of a request before anything else sees it. */
sealed interface Entry {

    /** It needs no caller and gets none. */
    record Open() implements Entry {}

    /** It goes on as this caller. */
    record As(Caller caller) implements Entry {}

    /** The server is not up yet, or stops: 503. */
    record Closed() implements Entry {}

    /**
     * It cannot be told who it is, as while the database is away: 500.
     *
     * @param number by which the log names what went wrong
     */
    record Failed(UUID number) implements Entry {}

    /**
     * A program that is not known: 401.
     *
     * @param badToken whether it brought a token, and that one does not work
     */
    record Unauthorised(String reason, boolean badToken) implements Entry {}

    /** 403. */
    record Forbidden(String reason) implements Entry {}

    /** What it brings cannot be taken. */
    record BadBody(int status, String title, String reason) implements Entry {}

    /** It asks too much: 429. */
    record TooMany(RateLimiter.Answer limit) implements Entry {}

    /**
     * A person who must go to another page first.
     *
     * @param path inside the application, with its query
     */
    record SendTo(String path) implements Entry {}
}
