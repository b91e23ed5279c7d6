package org.fixtrail.services.ledger;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.ledger.TreeHead;
import org.fixtrail.domain.signal.Signal;
import org.fixtrail.domain.signal.SignalBatch;

/** Checks that the signals of each batch are those that its root covers, no more and no fewer. */
final class SignalBatchCheck {
    private static final int PIECE = 50;

    private final EntityManager em;

    SignalBatchCheck(EntityManager em) {
        this.em = em;
    }

    Optional<String> firstProblem() {
        long from = -1;
        while (true) {
            List<SignalBatch> batches = em.createQuery(
                            "select b from SignalBatch b where b.leaf > :from order by b.leaf", SignalBatch.class)
                    .setParameter("from", from)
                    .setMaxResults(PIECE)
                    .getResultList();
            for (SignalBatch batch : batches) {
                if (!rebuilt(batch).equals(batch.root())) {
                    return Optional.of("the signals of batch " + batch.id() + " are not what was recorded");
                }
                from = batch.leaf();
            }
            em.clear();
            if (batches.size() < PIECE) {
                return Optional.empty();
            }
        }
    }

    private org.fixtrail.domain.ledger.Sha256 rebuilt(SignalBatch batch) {
        TreeHead tree = TreeHead.EMPTY;
        for (Signal signal : em.createQuery(
                        "select s from Signal s where s.batchId = :batch order by s.position", Signal.class)
                .setParameter("batch", batch.id())
                .getResultList()) {
            tree = tree.append(signal.leaf());
        }
        return tree.root();
    }
}
