package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** Counts changes; a caller that saw another number is told so. */
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

    public void become(Collection<Role> held) {
        roles = held.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    public void allow(boolean access) {
        disabled = !access;
    }
}
