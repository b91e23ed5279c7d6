package org.fixtrail.domain.obligation;

import org.fixtrail.domain.counting.Length;

/** A period and the event that it runs from. */
public record Limit(StartEvent start, Length length) {}
