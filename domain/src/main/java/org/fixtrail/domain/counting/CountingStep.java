package org.fixtrail.domain.counting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One step on the way from the event to the end of a period, in the order in which they are taken.
 *
 * @param reading the first reading that the step belongs to: a step of {@code ROLLED} leads to the legal end, too
 * @param rule the provision that asks for it
 * @param from the local date before the step
 * @param to the local date after it; the end of a day belongs to that day
 * @param end where the period would end after this step
 * @param why in words
 */
public record CountingStep(Reading reading, CountingRule rule, LocalDate from, LocalDate to, Instant end, String why) {}
