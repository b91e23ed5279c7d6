package org.fixtrail.services.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to date, as its owner; the application's own login could not. */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private final String url;
    private final Optional<String> ownerUser;
    private final Optional<String> ownerPassword;

    @Inject
    public Migrations(
            @ConfigProperty(name = "fixtrail.db.url") String url,
            @ConfigProperty(name = "fixtrail.db.owner.user") Optional<String> ownerUser,
            @ConfigProperty(name = "fixtrail.db.owner.password") Optional<String> ownerPassword) {
        this.url = url;
        this.ownerUser = ownerUser;
        this.ownerPassword = ownerPassword;
    }

    @SuppressWarnings("NullAway")
    protected Migrations() {
        this("", Optional.empty(), Optional.empty());
    }

    /** Where no owner is configured, an operator migrates by other means and this does nothing. */
    public void run() {
        if (ownerUser.isEmpty() || ownerPassword.isEmpty()) {
            LOG.info("no database owner configured: the schema is not migrated by this node");
            return;
        }
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(ownerUser.get());
        owner.setPassword(ownerPassword.get());
        int done = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .schemas("fixtrail")
                .defaultSchema("fixtrail")
                .createSchemas(false)
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.info(() -> "schema is up to date, " + done + " migrations run");
    }
}
