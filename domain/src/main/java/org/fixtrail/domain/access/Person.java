package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** Somebody in one organisation; the same account may be a person in several. */
@Entity
@Table(name = "person")
public class Person {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "email")
    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "roles")
    private String roles;

    @Column(name = "disabled")
    private boolean disabled;

    @Column(name = "joined_at")
    private @Nullable Instant joinedAt;

    @Column(name = "invited_at", updatable = false)
    private @Nullable Instant invitedAt;

    @Column(name = "invitation_problem", updatable = false)
    private @Nullable String invitationProblem;

    @Column(name = "last_sign_in", updatable = false)
    private @Nullable Instant lastSignIn;

    @Column(name = "directory_waits")
    private boolean directoryWaits;

    @Column(name = "directory_problem", updatable = false)
    private @Nullable String directoryProblem;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    @SuppressWarnings("NullAway.Init")
    public Person(UUID id, UUID organisationId, UUID accountId, String email, String displayName) {
        this.id = id;
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.email = email;
        this.displayName = displayName;
        this.roles = "";
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID accountId() {
        return accountId;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    public String roles() {
        return roles;
    }

    public boolean disabled() {
        return disabled;
    }

    /** When the person took the account up here; null while only invited. Nobody signs in before. */
    public @Nullable Instant joinedAt() {
        return joinedAt;
    }

    /** When an invitation was last mailed, or null. */
    public @Nullable Instant invitedAt() {
        return invitedAt;
    }

    /** Why the last invitation did not go out, or null. */
    public @Nullable String invitationProblem() {
        return invitationProblem;
    }

    /** The last sign-in to this organisation, or null. */
    public @Nullable Instant lastSignIn() {
        return lastSignIn;
    }

    /** Whether the identity provider has not taken over yet what was decided here; until then, what was decided here counts. */
    public boolean directoryWaits() {
        return directoryWaits;
    }

    /** Why it has not at the last try, or null. */
    public @Nullable String directoryProblem() {
        return directoryProblem;
    }

    public void waitForDirectory() {
        directoryWaits = true;
    }

    public void writeTo(String address) {
        email = address;
    }

    public void join(Instant now) {
        joinedAt = Moments.toMicros(now);
    }

    /** Counts changes; rights that were worked out from another number are out of date. */
    public long version() {
        return version;
    }

    public Set<Role> roleSet() {
        return roles(roles);
    }

    /** Reads the form in which the column holds them. */
    public static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** The form in which columns hold roles. */
    public static String names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    public void become(Collection<Role> held) {
        roles = names(held);
    }

    public void allow(boolean access) {
        disabled = !access;
    }
}
