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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.RegisteredDirectory;
import org.fixtrail.services.access.SecondFactorRule;
import org.fixtrail.services.job.Background;
import org.fixtrail.services.pack.PackRenderer;
import org.fixtrail.services.storage.Migrations;
import org.fixtrail.web.oidc.KeycloakPeople;
import org.fixtrail.web.oidc.OidcMode;

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
    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());

    @Inject
    private Migrations migrations;

    @Inject
    private Background background;

    @Inject
    private Readiness readiness;

    @Inject
    private PackRenderer renderer;

    @Inject
    private OidcMode oidc;

    @Inject
    private SecondFactorRule secondFactor;

    @Inject
    private RegisteredDirectory directory;

    @Inject
    private KeycloakPeople people;

    @Resource
    private ManagedScheduledExecutorService executor;

    @PostConstruct
    void start() {
        oidc.start();
        secondFactor.start();
        directory.register(people);
        migrations.run();
        background.start(executor);
        readiness.ready();
        executor.execute(this::warmUp);
    }

    /** Behind the start, and without it the first pack and the page of the seal take longer: no reason not to serve. */
    private void warmUp() {
        try {
            renderer.warmUp();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "the seal and its templates could not be loaded beforehand", e);
        }
    }

    @PreDestroy
    void stop() {
        readiness.notReady();
        background.stop();
    }
}
