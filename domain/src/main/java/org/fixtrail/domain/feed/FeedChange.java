package org.fixtrail.domain.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** A person's calendar got a secret address, another one, or none any more. */
@Entity
@Table(name = "calendar_feed_change")
public class FeedChange extends Act {
    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    private FeedStep what;

    @SuppressWarnings("NullAway.Init")
    protected FeedChange() {}

    public FeedChange(UUID id, UUID personId, FeedStep what) {
        super(id);
        this.personId = personId;
        this.what = what;
    }

    public UUID personId() {
        return personId;
    }

    public FeedStep what() {
        return what;
    }

    @Override
    public ActType type() {
        return ActType.FEED_CHANGED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("personId", personId).and("what", what).map();
    }
}
