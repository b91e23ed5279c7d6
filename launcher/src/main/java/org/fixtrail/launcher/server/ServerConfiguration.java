package org.fixtrail.launcher.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to run.
 *
 * @param address where it listens, as in {@code 127.0.0.1}
 * @param port where it listens
 * @param tls what it shows those who call; null to speak HTTP without TLS
 * @param war the application
 * @param workFolder the server's own; emptied at each start
 * @param log the log, one JSON object a line
 */
public record ServerConfiguration(
        String address, int port, @Nullable TlsKeyStore tls, Path war, Path workFolder, Path log) {
    Path logProperties() {
        return workFolder.resolve("logging.properties");
    }

    /** The properties of {@code java.util.logging}: everything to one file, nothing to the console. */
    String logging() {
        return """
                handlers=org.fixtrail.launcher.boot.JsonLogHandler
                org.fixtrail.launcher.boot.JsonLogHandler.file=%s
                org.fixtrail.launcher.boot.JsonLogHandler.limit=10000000
                org.fixtrail.launcher.boot.JsonLogHandler.count=5
                .level=INFO
                # each connection and each command of the mail sink
                org.subethamail.level=WARNING
                com.hazelcast.level=WARNING
                fish.payara.nucleus.util.level=WARNING
                javax.enterprise.system.tools.deployment.dol.level=WARNING
                javax.enterprise.system.tools.deployment.common.level=WARNING
                org.glassfish.admin.mbeanserver.level=WARNING
                org.hibernate.validator.internal.util.Version.level=WARNING
                """.formatted(log.toString().replace("\\", "\\\\"));
    }
}
