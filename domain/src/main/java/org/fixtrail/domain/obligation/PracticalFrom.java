package org.fixtrail.domain.obligation;

import java.time.LocalDate;

/**
 * From when a rule that formally applies already bites in practice.
 *
 * @param scope for which systems, for example "Annex III"
 */
public record PracticalFrom(LocalDate date, String scope) {}
