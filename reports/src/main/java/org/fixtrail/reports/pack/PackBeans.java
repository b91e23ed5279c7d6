package org.fixtrail.reports.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.PackRenderer;
import org.fixtrail.services.pack.SealCertificate;

/**
 * Makes the seal and the renderer from the server's settings. There is no pass phrase to fall back on: without {@code
 * fixtrail.keys.password} the application does not start.
 */
@ApplicationScoped
public class PackBeans {

    @Produces
    @Singleton
    @Typed(SealKeys.class)
    SealKeys sealKeys(
            @ConfigProperty(name = "fixtrail.keys.dir") String directory,
            @ConfigProperty(name = "fixtrail.keys.password") String password,
            @ConfigProperty(name = "fixtrail.installation.name", defaultValue = "Fixtrail") String installation,
            Clock clock) {
        return new SealKeys(Path.of(directory), password, installation, clock);
    }

    /** A bean of its own, since pages that are kept between requests need a proxy for it. */
    @Produces
    @ApplicationScoped
    @Typed(SealCertificate.class)
    SealCertificate sealCertificate(SealKeys keys) {
        return keys;
    }

    @Produces
    @ApplicationScoped
    PackRenderer packRenderer(SealKeys keys) {
        return new PackFactory(keys);
    }
}
