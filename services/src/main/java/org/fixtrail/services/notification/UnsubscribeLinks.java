package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.SecretBox;

/**
 * Links that end the digest of one person without signing in (RFC 8058). Their token is made and authenticated by the key of the
 * installation, names organisation and person, and opens nothing else; it works for as long as the key is the same, since mails
 * are kept long.
 */
@ApplicationScoped
public class UnsubscribeLinks {
    /** Sets these tokens apart from all else that the key protects. */
    private static final UUID PURPOSE = UUID.fromString("5b2f6b1e-6d0a-4b57-9d1e-0f6a9c1d7e42");

    private static final int UUIDS_BYTES = 32;
    private static final int TOKEN_BYTES = 12 + UUIDS_BYTES + 16;

    private final SecretBox box;
    private final ChooseMails choose;
    private final String base;

    @Inject
    public UnsubscribeLinks(
            SecretBox box, ChooseMails choose, @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.box = box;
        this.choose = choose;
        this.base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    @SuppressWarnings("NullAway")
    protected UnsubscribeLinks() {
        this(null, null, "http://localhost");
    }

    /** Empty where the installation has no key. */
    Optional<String> of(UUID organisationId, UUID personId) {
        if (!box.isThere()) {
            return Optional.empty();
        }
        byte[] both = ByteBuffer.allocate(UUIDS_BYTES)
                .putLong(organisationId.getMostSignificantBits())
                .putLong(organisationId.getLeastSignificantBits())
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array();
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(box.close(both, PURPOSE));
        return Optional.of(base + "/unsubscribe.xhtml?token=" + token);
    }

    /** Whether the token is one of ours. */
    public boolean isKnown(String token) {
        return read(token).isPresent();
    }

    /** Ends the digest, and answers whether the token is one of ours. Once more changes nothing. */
    public boolean unsubscribe(String token) {
        Optional<Caller> person = read(token);
        person.ifPresent(caller -> CallerContext.run(caller, choose::endDigest));
        return person.isPresent();
    }

    private Optional<Caller> read(String token) {
        try {
            byte[] closed = Base64.getUrlDecoder().decode(token);
            if (closed.length != TOKEN_BYTES || !box.isThere()) {
                return Optional.empty();
            }
            ByteBuffer both = ByteBuffer.wrap(box.open(closed, PURPOSE));
            UUID organisation = new UUID(both.getLong(), both.getLong());
            UUID person = new UUID(both.getLong(), both.getLong());
            return Optional.of(new Caller(
                    organisation,
                    new Actor(Actor.Kind.PERSON, person),
                    "Reader of a mail",
                    person,
                    EnumSet.of(Permission.CHOOSE_OWN_MAILS),
                    null));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // no base64, or not closed by our key for this purpose
            return Optional.empty();
        }
    }
}
