package org.fixtrail.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The portal in a browser, which many may share. */
final class Portal implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final URI base;
    private final Playwright playwright;
    private final Browser browser;

    /** Takes the machine's Chromium where it has one, else the one that Playwright downloads. */
    Portal(Product product) {
        base = product.base();
        Map<String, String> environment = new HashMap<>(System.getenv());
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        if (Files.isExecutable(CHROMIUM)) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(CHROMIUM);
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(options);
    }

    /** A window with cookies of its own, in which nobody has signed in. */
    Visit visit() {
        return new Visit(
                base,
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                        .newPage());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
