package org.fixtrail.web.oidc;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.fixtrail.services.access.NewPerson;
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

/** People in Keycloak, changed with the rights that the service account of our client has there. */
@ApplicationScoped
public class KeycloakPeople implements PeopleDirectory {
    private static final Logger LOG = Logger.getLogger(KeycloakPeople.class.getName());

    private static final String REALMS = "/realms/";
    private static final int MOST_PEOPLE = 1_000;
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
    public Outcome<Invitation> invite(String organisation, NewPerson wanted) {
        return ask(organisation, (realm, groups) -> {
            Optional<UserRepresentation> known = byEmail(realm, wanted.email());
            String subject = known.map(UserRepresentation::getId).orElseGet(() -> create(realm, wanted));
            UserResource person = realm.users().get(subject);
            Set<Role> roles = EnumSet.copyOf(wanted.roles());
            roles.addAll(groups.roles(person, organisation));
            groups.become(person, organisation, roles);
            String password = known.isPresent() || mailed(person) ? null : oneTimePassword(person);
            return Outcome.done(new Invitation(shown(person, groups, organisation), password));
        });
    }

    @Override
    public Outcome<List<DirectoryPerson>> people(String organisation) {
        return ask(organisation, (realm, groups) -> {
            Map<String, UserRepresentation> users = new TreeMap<>();
            Map<String, Set<Role>> roles = new TreeMap<>();
            for (Role role : Role.values()) {
                if (!role.isForPeople()) {
                    continue;
                }
                groups.find(organisation, role)
                        .map(id -> realm.groups().group(id).members(0, MOST_PEOPLE, true))
                        .orElse(List.of())
                        .forEach(user -> {
                            users.put(user.getId(), user);
                            roles.computeIfAbsent(user.getId(), id -> EnumSet.noneOf(Role.class))
                                    .add(role);
                        });
            }
            return Outcome.done(users.values().stream()
                    .map(user -> shown(user, roles.getOrDefault(user.getId(), Set.of())))
                    .sorted(Comparator.comparing(DirectoryPerson::email))
                    .limit(MOST_PEOPLE)
                    .toList());
        });
    }

    @Override
    public Outcome<Optional<DirectoryPerson>> find(String organisation, String email) {
        return ask(
                organisation,
                (realm, groups) -> Outcome.done(byEmail(realm, email)
                        .map(user -> shown(realm.users().get(user.getId()), groups, organisation))
                        .filter(person -> !person.roles().isEmpty())));
    }

    @Override
    public Outcome<DirectoryPerson> setRoles(String organisation, String subject, Set<Role> roles) {
        return ask(organisation, (realm, groups) -> {
            UserResource person = realm.users().get(subject);
            if (groups.roles(person, organisation).isEmpty()) {
                return unknown();
            }
            groups.become(person, organisation, roles);
            return Outcome.done(shown(person, groups, organisation));
        });
    }

    @Override
    public Outcome<DirectoryPerson> end(String organisation, String subject) {
        return ask(organisation, (realm, groups) -> {
            UserResource person = realm.users().get(subject);
            if (groups.roles(person, organisation).isEmpty()) {
                return unknown();
            }
            groups.become(person, organisation, Set.of());
            if (!groups.hasRoleAnywhere(person)) {
                enable(person, false);
            }
            person.logout();
            return Outcome.done(shown(person, groups, organisation));
        });
    }

    @Override
    public Outcome<DirectoryPerson> restore(String organisation, String subject, Set<Role> roles) {
        return ask(organisation, (realm, groups) -> {
            UserResource person = realm.users().get(subject);
            // who works for another organisation was never disabled by us, and may have been by somebody for a reason
            if (!groups.hasRoleAnywhere(person)) {
                enable(person, true);
            }
            groups.become(person, organisation, roles);
            return Outcome.done(shown(person, groups, organisation));
        });
    }

    private <T> Outcome<T> ask(String organisation, Work<T> work) {
        if (organisation.contains("/")) {
            return Outcome.refused(
                    "organisation-name",
                    "The organisation's name holds a slash, which Keycloak takes for a group within a group: rename it.");
        }
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
            return unknown();
        } catch (WebApplicationException e) {
            LOG.log(Level.WARNING, "Keycloak refuses: {0}", e.getMessage());
            return refused(reason(e.getResponse().getStatus()));
        } catch (ProcessingException e) {
            LOG.log(Level.WARNING, "Keycloak cannot be reached: {0}", e.getMessage());
            return Outcome.refused(
                    OidcClient.UNREACHABLE,
                    "Keycloak at " + URI.create(issuer).getAuthority()
                            + " does not answer. Not everything may have been done: try again once it runs.");
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

    private static <T> Outcome<T> unknown() {
        return Outcome.refused("unknown-person", "Nobody of this organisation is known by this name in Keycloak.");
    }

    private static Optional<UserRepresentation> byEmail(RealmResource realm, String email) {
        return realm.users().searchByEmail(email.strip(), true).stream().findFirst();
    }

    private static String create(RealmResource realm, NewPerson wanted) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(wanted.email().strip());
        user.setEmail(wanted.email().strip());
        user.setEnabled(true);
        String name = wanted.displayName().strip();
        int space = name.lastIndexOf(' ');
        user.setFirstName(space < 0 ? name : name.substring(0, space));
        user.setLastName(space < 0 ? null : name.substring(space + 1));
        user.setRequiredActions(List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"));
        try (Response made = realm.users().create(user)) {
            return CreatedResponseUtil.getCreatedId(made);
        }
    }

    /** Whether Keycloak has sent the invitation; it cannot where it has no mail server. */
    private static boolean mailed(UserResource person) {
        try {
            person.executeActionsEmail(List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"), INVITATION_SECONDS);
            return true;
        } catch (WebApplicationException e) {
            LOG.log(
                    Level.INFO,
                    "Keycloak sends no invitation ({0}): a one-time password is given instead",
                    e.getMessage());
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
        user.setRequiredActions(new ArrayList<>(List.of("UPDATE_PASSWORD")));
        person.update(user);
        return password;
    }

    private static void enable(UserResource person, boolean enabled) {
        UserRepresentation user = person.toRepresentation();
        user.setEnabled(enabled);
        person.update(user);
    }

    private static DirectoryPerson shown(UserResource person, KeycloakGroups groups, String organisation) {
        return shown(person.toRepresentation(), groups.roles(person, organisation));
    }

    private static DirectoryPerson shown(UserRepresentation user, Set<Role> roles) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        String email = user.getEmail() == null ? "" : user.getEmail();
        return new DirectoryPerson(
                user.getId(),
                email,
                name.isEmpty() ? user.getUsername() : name,
                roles,
                Boolean.TRUE.equals(user.isEnabled()));
    }
}
