package org.fixtrail.domain.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fixtrail.domain.failure.StageDetails;
import org.jspecify.annotations.Nullable;

/** Keeps details as canonical JSON. */
@Converter(autoApply = true)
public class StageDetailsConverter implements AttributeConverter<StageDetails, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable StageDetails value) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable StageDetails convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : StageDetails.parse(value);
    }
}
