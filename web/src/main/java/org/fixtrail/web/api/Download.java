package org.fixtrail.web.api;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files that a browser keeps and never shows by itself: what is in them may be anybody's. */
public final class Download {
    private Download() {}

    /** @param name on one line */
    public static Response of(byte[] content, String mediaType, String name) {
        return Response.ok(content, mediaType)
                .header("Content-Disposition", disposition(name))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** With the name in ASCII for old readers, and as it is by RFC 6266 and RFC 8187. */
    static String disposition(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .forEach(ascii::appendCodePoint);
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
    }
}
