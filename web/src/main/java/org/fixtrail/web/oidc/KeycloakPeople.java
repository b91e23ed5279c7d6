package org.fixtrail.web.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.DirectoryPerson;
import org.fixtrail.services.access.Invitation;
import org.fixtrail.services.access.OneTimePassword;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PeopleDirectory;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * People in Keycloak, changed with the rights that the service account of our client has there. Use cases ask it by way of
 * {@link org.fixtrail.services.access.RegisteredDirectory}.
 */
@ApplicationScoped
@Typed(KeycloakPeople.class)
public class KeycloakPeople implements PeopleDirectory {
    private static final Logger LOG = Logger.getLogger(KeycloakPeople.class.getName());

    private static final String REALMS = "/realms/";
    private static final String NEW_PASSWORD = "UPDATE_PASSWORD";
    private static final String VERIFIED_ADDRESS = "VERIFY_EMAIL";
    private static final int INVITATION_SECONDS = 3 * 24 * 3_600;
    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final OidcMode mode;
    private @Nullable Keycloak client;

    @Inject
    KeycloakPeople(OidcMode mode) {
        this.mode = mode;
    }

    @SuppressWarnings("NullAway")
    protected KeycloakPeople() {
        this(null);
    }

    /** Work at Keycloak, in the realm and with the groups. */
    private interface Work<T> {
        Outcome<T> in(RealmResource realm, KeycloakGroups groups);
    }

    @Override
    public Optional<String> issuer() {
        return mode.isOn() ? Optional.of(mode.client().settings().issuer().toString()) : Optional.empty();
    }

    @Override
    public Outcome<Invitation> invite(String email, String displayName) {
        return ask((realm, groups) -> Outcome.done(byEmail(realm, email)
                .map(user -> invitedAgain(realm, user))
                .orElseGet(() -> invitedFirst(realm.users().get(create(realm, email, displayName))))));
    }

    @Override
    public Outcome<Set<Role>> put(String organisation, String subject, Set<Role> roles) {
        return ask(organisation, (realm, groups) -> {
            UserResource person = realm.users().get(subject);
            groups.become(person, organisation, roles);
            return Outcome.done(groups.roles(person, organisation));
        });
    }

    @Override
    public Outcome<List<DirectoryPerson>> people(String organisation) {
        return ask(organisation, (realm, groups) -> {
            Map<String, UserRepresentation> users = new TreeMap<>();
            Map<String, Set<Role>> roles = new TreeMap<>();
            for (Role role : Role.values()) {
                if (role.isForPeople()) {
                    groups.members(organisation, role).forEach(user -> {
                        users.put(user.getId(), user);
                        roles.computeIfAbsent(user.getId(), id -> EnumSet.noneOf(Role.class))
                                .add(role);
                    });
                }
            }
            return Outcome.done(users.values().stream()
                    .map(user -> shown(user, roles.getOrDefault(user.getId(), Set.of())))
                    .sorted(Comparator.comparing(DirectoryPerson::displayName))
                    .toList());
        });
    }

    private <T> Outcome<T> ask(String organisation, Work<T> work) {
        return organisation.contains("/")
                ? Outcome.refused(
                        "organisation-name",
                        "The organisation's name holds a slash, which Keycloak takes for a group within a group:"
                                + " rename it.")
                : ask(work);
    }

    private <T> Outcome<T> ask(Work<T> work) {
        OidcSettings settings = mode.client().settings();
        String issuer = settings.issuer().toString();
        int realm = issuer.lastIndexOf(REALMS);
        if (realm < 0) {
            return refused("People are kept at " + issuer + ", which is no Keycloak: change them there.");
        }
        try {
            RealmResource resource =
                    client(settings, issuer.substring(0, realm)).realm(issuer.substring(realm + REALMS.length()));
            return work.in(resource, new KeycloakGroups(resource, settings.groupRoot()));
        } catch (NotFoundException e) {
            return Outcome.refused("unknown-person", "Keycloak knows this person no more.");
        } catch (WebApplicationException e) {
            LOG.log(Level.WARNING, "Keycloak refuses: {0}", e.getMessage());
            return refused(reason(e.getResponse().getStatus()));
        } catch (ProcessingException e) {
            LOG.log(Level.WARNING, "Keycloak cannot be reached: {0}", e.getMessage());
            return Outcome.refused(
                    OidcClient.UNREACHABLE, "Keycloak at " + URI.create(issuer).getAuthority() + " does not answer.");
        }
    }

    private synchronized Keycloak client(OidcSettings settings, String server) {
        if (client == null) {
            client = KeycloakBuilder.builder()
                    .serverUrl(server)
                    .realm(settings.issuer().toString().substring(server.length() + REALMS.length()))
                    .grantType("client_credentials")
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .build();
        }
        return client;
    }

    private static String reason(int status) {
        return switch (status) {
            case UNAUTHORIZED, BAD_REQUEST ->
                "Keycloak does not know our client, or has no service account for it: see FIXTRAIL_OIDC_CLIENT_ID and"
                        + " FIXTRAIL_OIDC_CLIENT_SECRET.";
            case FORBIDDEN ->
                "Keycloak does not let us: the service account of our client needs the roles manage-users, view-users,"
                        + " query-users and query-groups of realm-management.";
            case CONFLICT -> "Somebody else in Keycloak has this address or name already.";
            default -> "Keycloak answers " + status + ": its log says why.";
        };
    }

    private static <T> Outcome<T> refused(String reason) {
        return Outcome.refused("provider-refuses", reason);
    }

    private static Optional<UserRepresentation> byEmail(RealmResource realm, String email) {
        return realm.users().searchByEmail(email, true).stream().findFirst();
    }

    private static Invitation invitedFirst(UserResource person) {
        String password = mailed(person) ? null : oneTimePassword(person);
        return new Invitation(person.toRepresentation().getId(), null, false, password);
    }

    /** Whoever has not come in yet gets the mail again; nobody's password is changed. */
    private static Invitation invitedAgain(RealmResource realm, UserRepresentation user) {
        List<String> awaited = user.getRequiredActions();
        if (awaited != null && awaited.contains(NEW_PASSWORD)) {
            mailed(realm.users().get(user.getId()));
        }
        return new Invitation(user.getId(), verifiedEmail(user), true, null);
    }

    private static String create(RealmResource realm, String email, String displayName) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEnabled(true);
        int space = displayName.lastIndexOf(' ');
        user.setFirstName(space < 0 ? displayName : displayName.substring(0, space));
        user.setLastName(space < 0 ? null : displayName.substring(space + 1));
        user.setRequiredActions(List.of(NEW_PASSWORD, VERIFIED_ADDRESS));
        try (Response made = realm.users().create(user)) {
            return CreatedResponseUtil.getCreatedId(made);
        }
    }

    /** Whether Keycloak has sent the invitation; it cannot where it has no mail server. */
    private static boolean mailed(UserResource person) {
        try {
            person.executeActionsEmail(List.of(NEW_PASSWORD, VERIFIED_ADDRESS), INVITATION_SECONDS);
            return true;
        } catch (WebApplicationException e) {
            LOG.log(Level.INFO, "Keycloak sends no invitation: {0}", e.getMessage());
            return false;
        }
    }

    /** Whose address cannot be verified for want of a mail server is not asked to. */
    private static String oneTimePassword(UserResource person) {
        String password = OneTimePassword.random();
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        person.resetPassword(credential);
        UserRepresentation user = person.toRepresentation();
        user.setRequiredActions(new ArrayList<>(List.of(NEW_PASSWORD)));
        person.update(user);
        return password;
    }

    /** Who is disabled there holds nothing here. */
    private static DirectoryPerson shown(UserRepresentation user, Set<Role> roles) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new DirectoryPerson(
                user.getId(),
                verifiedEmail(user),
                name.isEmpty() ? user.getUsername() : name,
                Boolean.TRUE.equals(user.isEnabled()) ? roles : Set.of());
    }

    private static @Nullable String verifiedEmail(UserRepresentation user) {
        return Boolean.TRUE.equals(user.isEmailVerified()) ? user.getEmail() : null;
    }
}
