package org.fixtrail.domain.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fixtrail.domain.ledger.Sha256;

/** Keeps a hash as 32 bytes; hash columns are never null. */
@Converter(autoApply = true)
public class Sha256Converter implements AttributeConverter<Sha256, byte[]> {
    @Override
    public byte[] convertToDatabaseColumn(Sha256 value) {
        return value.bytes();
    }

    @Override
    public Sha256 convertToEntityAttribute(byte[] value) {
        return Sha256.of(value);
    }
}
