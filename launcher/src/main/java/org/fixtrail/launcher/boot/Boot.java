package org.fixtrail.launcher.boot;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where {@code java -jar} begins: loads the launcher with its libraries apart from the server.
 *
 * <p>An application in Payara Micro asks the class path of the JVM before its own {@code WEB-INF/lib}. Were the
 * launcher's libraries there, the application would run with them here and with its own on any other server. So the
 * class path holds Payara Micro and this package, and the launcher's libraries are in a loader beside it.
 */
public final class Boot {
    private static final String MAIN = "org.fixtrail.launcher.Main";

    private Boot() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException, URISyntaxException {
        Path jar = Path.of(
                Boot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        // stays open: the JVM ends with it
        @SuppressWarnings("resource")
        URLClassLoader loader = new URLClassLoader("launcher", libraries(jar), Boot.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static URL[] libraries(Path jar) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(jar.resolveSibling("fixtrail-launcher.jar").toUri().toURL());
        try (Stream<Path> files = Files.list(jar.resolveSibling("lib"))) {
            for (Path file : files.sorted().toList()) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
