package org.fixtrail.web.access;

import static java.util.stream.Collectors.joining;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.AddPeople;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.InvitePeople;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PassOnRoles;
import org.fixtrail.services.access.PersonRow;
import org.fixtrail.services.access.RolesChange;
import org.fixtrail.services.access.Welcome;
import org.fixtrail.services.access.WelcomedPerson;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.page.PagedRows;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** The people of the organisation, for its administrators. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> LABELS =
            Map.of("email", "E-mail address", "name", "Name", "roles", "Roles", "reason", "Reason");

    private final ManagePeople people;
    private final AddPeople add;
    private final InvitePeople invitations;
    private final PassOnRoles passOn;
    private final PagedRows<PersonRow> rows;

    private String search = "";
    private @Nullable String email;
    private @Nullable String name;
    private Role[] roles = {};
    private @Nullable String reason;
    private @Nullable PersonRow chosen;

    @Inject
    public PeoplePage(ManagePeople people, AddPeople add, InvitePeople invitations, PassOnRoles passOn) {
        this.people = people;
        this.add = add;
        this.invitations = invitations;
        this.passOn = passOn;
        this.rows = new PagedRows<>(wanted -> people.people(wanted, search), PersonRow::id);
    }

    @SuppressWarnings("NullAway")
    protected PeoplePage() {
        this(null, null, null, null);
    }

    public void open() {
        PageMessages.open(() -> people.people(PageRequest.first(1), ""));
    }

    /** Empties the form before it is shown. */
    public void startAdding() {
        email = null;
        name = null;
        roles = new Role[0];
        reason = null;
    }

    public void add() {
        NewPerson wanted = new NewPerson(text(email), text(name), roleSet());
        PageMessages.value(add.add(wanted, text(reason)), LABELS).ifPresent(this::tellAdded);
    }

    private void tellAdded(WelcomedPerson added) {
        PrimeFaces.current().executeScript("PF('addDialog').hide()");
        PageMessages.done(
                added.email() + " was added. The roles hold once another administrator or a compliance officer"
                        + " confirms them on the page \"Access\".");
        tellInvited(added.welcome());
    }

    public void invite(PersonRow person) {
        tellInvited(invitations.invite(person.id()));
    }

    private static void tellInvited(Outcome<Welcome> invited) {
        PageMessages.value(invited, LABELS).ifPresent(welcome -> {
            PageMessages.done(welcome.told());
            if (welcome.password() != null) {
                PageMessages.showOnce("addedPerson", welcome);
                PrimeFaces.current().executeScript("PF('passwordDialog').show()");
            }
        });
    }

    public void startRoles(PersonRow person) {
        chosen = person;
        reason = null;
        roles = person.roles().toArray(Role[]::new);
    }

    public void storeRoles() {
        PersonRow person = chosen;
        if (person != null) {
            PageMessages.value(people.setRoles(person.id(), roleSet(), text(reason)), LABELS)
                    .ifPresent(change -> {
                        PrimeFaces.current().executeScript("PF('rolesDialog').hide()");
                        PageMessages.done(told(person, change));
                        passOn(person);
                    });
        }
    }

    private static String told(PersonRow person, RolesChange change) {
        if (change.taken().isEmpty() && change.proposed().isEmpty()) {
            return "The roles of " + person.displayName() + " stay as they are.";
        }
        return "Roles of " + person.displayName() + ":"
                + (change.taken().isEmpty() ? "" : " " + labels(change.taken()) + " taken away at once.")
                + (change.proposed().isEmpty()
                        ? ""
                        : " " + labels(change.proposed()) + " proposed; another administrator or a compliance officer"
                                + " must confirm.");
    }

    private static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(joining(", "));
    }

    public void allow(PersonRow person, boolean access) {
        PageMessages.value(people.allow(person.id(), access), LABELS).ifPresent(done -> {
            PageMessages.done(person.displayName() + (access ? " has access again." : " has no access any more."));
            passOn(person);
        });
    }

    public void signOut(PersonRow person) {
        people.signOut(person.id());
        PageMessages.done(person.displayName() + " is signed out.");
    }

    /** Says so where it could not be told to the identity provider. */
    private void passOn(PersonRow person) {
        PageMessages.value(passOn.passOn(person.id()), LABELS);
    }

    public boolean isSelf(PersonRow person) {
        UUID self = CallerContext.get().person();
        return person.id().equals(self);
    }

    public List<Role> getAllRoles() {
        return Arrays.stream(Role.values()).filter(Role::isForPeople).toList();
    }

    private Set<Role> roleSet() {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(Arrays.asList(roles));
        return set;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    public LazyDataModel<PersonRow> getRows() {
        return rows;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = text(search);
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role @Nullable [] roles) {
        this.roles = roles == null ? new Role[0] : roles.clone();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable PersonRow getChosen() {
        return chosen;
    }
}
