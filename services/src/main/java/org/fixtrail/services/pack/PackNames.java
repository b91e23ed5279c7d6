package org.fixtrail.services.pack;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.Actor;

/** Display names of those who did something. */
record PackNames(Map<UUID, Person> people) {
    PackPerson of(Actor actor) {
        String name = switch (actor.kind()) {
            case PERSON ->
                people.containsKey(actor.id()) ? people.get(actor.id()).displayName() : "name erased";
            case KEY -> "API key";
            case SERVER -> "Fixtrail";
            case OPERATOR -> "Operator";
        };
        return new PackPerson(actor.toString(), name);
    }

    String role(Actor actor) {
        Person person = people.get(actor.id());
        return person == null
                ? actor.kind().name()
                : person.roleSet().stream().map(Role::label).collect(Collectors.joining(", "));
    }
}
