package org.fixtrail.web.it.server;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built application with the tests in it; deployed once for all of them. */
@ArquillianSuiteDeployment
public class SuiteDeployment {
    @Deployment
    public static WebArchive application() throws URISyntaxException {
        Path war = Path.of(System.getProperty("fixtrail.it.folder")).resolve("fixtrail.war");
        WebArchive archive = ShrinkWrap.createFromZipFile(WebArchive.class, war.toFile());
        archive.addPackages(true, Filters.exclude(".*\\.it\\.server\\..*"), "org.fixtrail.web.it");
        for (Class<?> ofLibrary : List.of(Assertions.class, net.bytebuddy.ByteBuddy.class)) {
            archive.addAsLibrary(jar(ofLibrary));
        }
        return archive;
    }

    private static File jar(Class<?> ofLibrary) throws URISyntaxException {
        return new File(
                ofLibrary.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
