package org.fixtrail.domain.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/** Signals that were stored together; the root covers each of them, see {@link Signal#leaf}. */
@Entity
@Table(name = "signal_batch")
public class SignalBatch extends Act {
    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "signals")
    private int signals;

    @Column(name = "root")
    private Sha256 root;

    @SuppressWarnings("NullAway.Init")
    protected SignalBatch() {}

    public SignalBatch(UUID id, UUID systemId, int signals, Sha256 root) {
        super(id);
        this.systemId = systemId;
        this.signals = signals;
        this.root = root;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public int signals() {
        return signals;
    }

    public Sha256 root() {
        return root;
    }

    @Override
    public ActType type() {
        return ActType.SIGNALS_STORED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("systemId", systemId)
                .and("signals", signals)
                .and("root", root)
                .map();
    }
}
