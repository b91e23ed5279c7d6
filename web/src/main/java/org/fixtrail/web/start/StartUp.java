package org.fixtrail.web.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.fixtrail.services.job.Background;
import org.fixtrail.services.storage.Migrations;

/** Brings the application up in order: schema first. A failure here fails the deployment. */
@DataSourceDefinition(
        name = "java:app/jdbc/fixtrail",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=fixtrail.db.url}",
        user = "${MPCONFIG=fixtrail.db.user}",
        password = "${MPCONFIG=fixtrail.db.password}",
        minPoolSize = 2,
        maxPoolSize = 20,
        maxIdleTime = 300,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {
    @Inject
    private Migrations migrations;

    @Inject
    private Background background;

    @Inject
    private Readiness readiness;

    @Resource
    private ManagedScheduledExecutorService executor;

    @PostConstruct
    void start() {
        migrations.run();
        background.start(executor);
        readiness.ready();
    }

    @PreDestroy
    void stop() {
        readiness.notReady();
        background.stop();
    }
}
