package org.fixtrail.domain.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/** Keeps an actor as its text. */
@Converter(autoApply = true)
public class ActorConverter implements AttributeConverter<Actor, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Actor value) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable Actor convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : Actor.parse(value);
    }
}
