package org.fixtrail.domain.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/**
 * The text of a rule pack as the organisation has used it from this entry on: one of its own, or one that we bring, from its
 * first clock on. Clocks name the row, so that the words they run under can always be read again.
 */
@Entity
@Table(name = "rule_pack")
public class RulePackEdition extends Act {
    @Column(name = "pack")
    private String pack;

    @Column(name = "edition")
    private String edition;

    @Column(name = "own")
    private boolean own;

    @Column(name = "running")
    private boolean running;

    @Column(name = "yaml")
    private String yaml;

    @SuppressWarnings("NullAway.Init")
    protected RulePackEdition() {}

    public RulePackEdition(UUID id, String pack, String edition, boolean own, boolean running, String yaml) {
        super(id);
        this.pack = pack;
        this.edition = edition;
        this.own = own;
        this.running = running;
        this.yaml = yaml;
    }

    public String pack() {
        return pack;
    }

    public String edition() {
        return edition;
    }

    /** Whether the organisation brought it. */
    public boolean own() {
        return own;
    }

    /** Whether clocks that run already follow it, too; otherwise they stay with the edition they began under. */
    public boolean running() {
        return running;
    }

    public String yaml() {
        return yaml;
    }

    @Override
    public ActType type() {
        return ActType.RULES_ADOPTED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("pack", pack)
                .and("edition", edition)
                .and("own", own)
                .and("running", running)
                .and("yaml", yaml)
                .map();
    }
}
