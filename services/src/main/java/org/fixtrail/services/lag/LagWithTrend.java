package org.fixtrail.services.lag;

import org.fixtrail.domain.lag.Trend;

/** The answer to a question, and how adaptation lag went from one period to the next. */
public record LagWithTrend(LagAnswer answer, Trend trend) {}
