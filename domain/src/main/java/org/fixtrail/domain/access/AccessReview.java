package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A compliance officer looked at who holds which rights and signed it off (ISO/IEC 42001, 5.3 and A.3.2).
 */
@Entity
@Table(name = "access_review")
public class AccessReview extends Act {
    @Column(name = "seen_sha256")
    private byte[] seenSha256;

    @Column(name = "rights")
    private int rights;

    @Column(name = "marked")
    private int marked;

    @Column(name = "note")
    private String note;

    @Column(name = "next_due_at")
    private Instant nextDueAt;

    @SuppressWarnings("NullAway.Init")
    protected AccessReview() {}

    /**
     * @param seen over the canonical form of the list that was signed off
     * @param rights how many lines it had
     * @param marked how many of them were marked as orphaned or unused
     * @param note what was found and done; may be empty if nothing was marked
     * @param nextDueAt when the next review is due
     */
    public AccessReview(UUID id, Sha256 seen, int rights, int marked, String note, Instant nextDueAt) {
        super(id);
        this.seenSha256 = seen.bytes();
        this.rights = rights;
        this.marked = marked;
        this.note = note;
        this.nextDueAt = Moments.toMicros(nextDueAt);
    }

    public Sha256 seen() {
        return Sha256.of(seenSha256);
    }

    public int rights() {
        return rights;
    }

    public int marked() {
        return marked;
    }

    public String note() {
        return note;
    }

    public Instant nextDueAt() {
        return nextDueAt;
    }

    @Override
    public ActType type() {
        return ActType.ACCESS_REVIEWED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("seen", seen())
                .and("rights", rights)
                .and("marked", marked)
                .and("note", note)
                .and("nextDueAt", nextDueAt)
                .map();
    }
}
