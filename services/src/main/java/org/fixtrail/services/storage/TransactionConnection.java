package org.fixtrail.services.storage;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/** The connection of the transaction under way, for plain JDBC. */
public final class TransactionConnection {
    private TransactionConnection() {}

    /**
     * Asks something through JPA first: only then does {@link OrganisationSession} tell the connection which organisation it
     * may see. One that is taken without sees nothing, and shows an empty ledger to whoever checks it.
     */
    public static Connection of(EntityManager em) {
        em.createNativeQuery("select 1").getSingleResult();
        return em.unwrap(Connection.class);
    }
}
