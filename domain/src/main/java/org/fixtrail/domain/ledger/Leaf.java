package org.fixtrail.domain.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an organisation's ledger, as it is hashed. Its bytes are canonical JSON (RFC 8785) with these members; those
 * that are null are left out:
 *
 * <pre>
 * {"act":"transition.recorded",      what kind of act
 *  "actor":"person:0b6c…",           who did it: a kind and a pseudonym (a random UUID)
 *  "at":"2026-03-01T10:15:30.123456Z",  when the server recorded it, microseconds, UTC
 *  "content":"9f86…",                commitment to the act's content, see {@link Commitment}
 *  "failure":"…","failurePrev":"…",  the failure, and the leaf hash of the entry before for the same failure
 *  "log":"…",                        the organisation
 *  "row":"…",                        the id of the row that holds the content
 *  "seq":17,                         the entry's number, from 0
 *  "system":"…","systemPrev":"…",    the AI system, and the leaf hash of the entry before for the same AI system
 *  "v":1}                            the version of this format
 * </pre>
 *
 * Leaving out an entry shows in the sequence and in the links of the entries after it.
 */
public record Leaf(
        UUID log,
        long seq,
        Instant at,
        ActType act,
        String actor,
        UUID row,
        Sha256 content,
        @Nullable UUID failure,
        @Nullable Sha256 failurePrev,
        @Nullable UUID system,
        @Nullable Sha256 systemPrev) {

    public byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        members.put("v", 1L);
        members.put("log", log.toString());
        members.put("seq", seq);
        members.put("at", Moments.text(at));
        members.put("act", act.code());
        members.put("actor", actor);
        members.put("row", row.toString());
        members.put("content", content.toString());
        putIfPresent(members, "failure", failure);
        putIfPresent(members, "failurePrev", failurePrev);
        putIfPresent(members, "system", system);
        putIfPresent(members, "systemPrev", systemPrev);
        return CanonicalJson.bytes(members);
    }

    public Sha256 hash() {
        return Sha256.leaf(bytes());
    }

    private static void putIfPresent(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }
}
