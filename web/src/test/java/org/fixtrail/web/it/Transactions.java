package org.fixtrail.web.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs work in a transaction of its own, as the caller of the thread, if any. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Transactions {
    @Inject
    private EntityManager em;

    @Resource(lookup = "java:app/jdbc/fixtrail")
    private DataSource database;

    public <T> T in(Function<EntityManager, T> work) {
        return work.apply(em);
    }

    /** Of the same pool, and of the transaction of the thread if there is one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Connection plainConnection() throws SQLException {
        return database.getConnection();
    }
}
