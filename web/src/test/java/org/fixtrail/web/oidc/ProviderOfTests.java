package org.fixtrail.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs tokens of every kind, also such as no real provider would, and serves metadata and keys over HTTP. */
final class ProviderOfTests implements AutoCloseable {
    static final String CLIENT = "fixtrail";
    static final String AUDIENCE = "fixtrail-api";
    static final String SECRET = "client-secret";

    /** The type of logout tokens. */
    static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");

    private final HttpServer server;
    private final URI issuer;
    private final RSAKey key = newKey("first");
    private final List<String> asked = new ArrayList<>();
    private String tokenAnswer = "";
    private int tokenStatus = 200;

    ProviderOfTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = URI.create("http://localhost:" + server.getAddress().getPort() + "/realms/fixtrail");
        serve("/.well-known/openid-configuration", this::metadata);
        serve("/certs", () -> new JWKSet(key.toPublicJWK()).toString());
        server.createContext(issuer.getPath() + "/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, tokenStatus, tokenAnswer);
        });
        server.start();
    }

    private interface Body {
        String text();
    }

    private void serve(String path, Body body) {
        server.createContext(issuer.getPath() + path, exchange -> answer(exchange, 200, body.text()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer);
    }

    OidcSettings settings() {
        return new OidcSettings(
                issuer,
                CLIENT,
                SECRET,
                "groups",
                "/fixtrail",
                AUDIENCE,
                Duration.ofSeconds(30),
                URI.create("http://localhost:8080"));
    }

    /** Have asked this provider nothing yet. */
    TokenChecks checks() {
        Clock clock = Clock.systemUTC();
        return new TokenChecks(settings(), new Provider(issuer, clock), clock);
    }

    String issuer() {
        return issuer.toString();
    }

    /** The bodies of the requests to the token end point. */
    List<String> asked() {
        return asked;
    }

    void answersTokens(String idToken, String refreshToken) {
        tokenStatus = 200;
        tokenAnswer = "{\"access_token\": \"opaque\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                + idToken + "\", \"refresh_token\": \"" + refreshToken + "\"}";
    }

    void answersError(int status, String error) {
        tokenStatus = status;
        tokenAnswer = "{\"error\": \"" + error + "\", \"error_description\": \"no\"}";
    }

    /** Claims of an ID token that is right in all. */
    JWTClaimsSet.Builder idClaims(Instant now, @Nullable String nonce) {
        return common(now)
                .audience(CLIENT)
                .claim("typ", "ID")
                .claim("nonce", nonce)
                .claim("sid", "session-1")
                .claim("name", "Ada Auditor")
                .claim("email", "ada@example.org")
                .claim("email_verified", true)
                .claim("groups", List.of("/fixtrail/Acme/AUDITOR"));
    }

    /** Claims of a machine's access token that is right in all, as Keycloak writes them. */
    JWTClaimsSet.Builder machineClaims(Instant now) {
        return common(now)
                .audience(List.of(AUDIENCE, "account"))
                .claim("typ", "Bearer")
                .claim("azp", "chatbot")
                .claim("fixtrail_system", "Chatbot")
                .claim("groups", List.of("/fixtrail/Acme/MACHINE"));
    }

    JWTClaimsSet.Builder logoutClaims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("ada-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", "session-1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private JWTClaimsSet.Builder common(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("ada-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, JOSEObjectType.JWT);
    }

    String sign(JWTClaimsSet.Builder claims, JOSEObjectType type) {
        return sign(claims, type, key);
    }

    /** By a key of the same name that is not the provider's. */
    String forge(JWTClaimsSet.Builder claims) {
        return forge(claims, JOSEObjectType.JWT);
    }

    String forge(JWTClaimsSet.Builder claims, JOSEObjectType type) {
        return sign(claims, type, newKey("first"));
    }

    /** With the algorithm {@code none}. */
    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    /** With the provider's public key taken for a shared secret, an old trick. */
    String signedByPublicKey(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims.build());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWTClaimsSet.Builder claims, JOSEObjectType type, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(type)
                            .keyID(by.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
