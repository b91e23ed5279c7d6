package org.fixtrail.web.document;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fixtrail.services.document.Upload;
import org.fixtrail.web.api.BadRequest;
import org.jspecify.annotations.Nullable;

/** Reads documents out of forms; no more of each than what shows that it is too large. */
public final class Uploads {
    private static final int MOST = Upload.MOST_BYTES + 1;

    private Uploads() {}

    /** The one part with the name {@code document} of a call of the API. */
    public static Upload one(List<EntityPart> parts) throws IOException {
        if (parts.size() != 1 || !"document".equals(parts.get(0).getName())) {
            throw new BadRequest("document", "must be the one part of the form");
        }
        EntityPart part = parts.get(0);
        try (InputStream content = part.getContent()) {
            return new Upload(
                    utf8(part.getFileName().orElse("")), part.getMediaType().toString(), content.readNBytes(MOST));
        }
    }

    /** The server reads heads of parts as Latin-1, and senders write them in UTF-8 (RFC 7578, section 5.1). */
    static String utf8(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }

    /** What a page's field holds; empty where nobody chose a file. */
    public static List<Upload> chosen(@Nullable Collection<Part> parts) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (Part part : parts == null ? List.<Part>of() : parts) {
            String name = requireNonNullElse(part.getSubmittedFileName(), "");
            if (!name.isBlank()) {
                try (InputStream content = part.getInputStream()) {
                    uploads.add(
                            new Upload(name, requireNonNullElse(part.getContentType(), ""), content.readNBytes(MOST)));
                }
            }
        }
        return uploads;
    }
}
