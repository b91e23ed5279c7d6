package org.fixtrail.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fixtrail.acceptance.Team.Member;

/** The portal as a browser without scripts meets it: keeps cookies, follows no redirect, and sends what it is told. */
final class PageSession {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    /** The components send it along with each form, and refuse to draw the page again without. */
    private static final Pattern NONCE = Pattern.compile("PrimeFaces\\.csp\\.init\\('([^']*)'");

    private final URI base;

    /** Each from its own, so that what one of them guesses wrong is not held against the others. */
    private final String address = "198.51.100." + ThreadLocalRandom.current().nextInt(1, 255);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    PageSession(Product product) {
        base = product.base();
    }

    /** Somebody who has signed in. */
    static PageSession of(Product product, Team team, Member member) throws IOException, InterruptedException {
        PageSession session = new PageSession(product);
        HttpResponse<String> answer = session.signIn("/sign-in.xhtml", team.email(member), team.password(member));
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError("did not sign in: " + answer.statusCode() + " " + answer.body());
        }
        return session;
    }

    /** All that the browser keeps, as it sends it. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", Map.of());
    }

    /** By the form of the page at a path, which may say where to go afterwards. */
    HttpResponse<String> signIn(String page, String email, String password) throws IOException, InterruptedException {
        return post(page, signInForm(page, email, password), Map.of());
    }

    /** The form of the page at a path, filled in and not sent yet. */
    Map<String, String> signInForm(String page, String email, String password)
            throws IOException, InterruptedException {
        String shown = get(page).body();
        return Map.of(
                "signIn",
                "signIn",
                "signIn:email",
                email,
                "signIn:password",
                password,
                "signIn:submit",
                "",
                "jakarta.faces.ViewState",
                first(VIEW_STATE, shown),
                "primefaces.nonce",
                first(NONCE, shown));
    }

    private static String first(Pattern wanted, String page) {
        Matcher found = wanted.matcher(page);
        if (!found.find()) {
            throw new AssertionError("there is no " + wanted + " in " + page);
        }
        return found.group(1);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, form, headers);
    }

    HttpResponse<String> send(String method, String path, String form, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.header("X-Forwarded-For", address);
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The id of the session, as the cookie has it; empty before there is one. */
    Optional<String> id() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("fixtrail_session"))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
