package org.fixtrail.services.keywarning;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.jspecify.annotations.Nullable;

/**
 * A key that ends soon and that nobody was told of yet.
 *
 * @param person who answers for it, or whose own token it is
 * @param system name of the AI system to which it is bound, or null
 */
record EndingKey(
        KeyKind kind, String label, UUID person, @Nullable String system, Instant endsAt) {
    boolean isPersonal() {
        return kind == KeyKind.PERSONAL;
    }
}
