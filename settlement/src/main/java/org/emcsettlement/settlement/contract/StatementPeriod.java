package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.statement.Series;

/**
 * What one statement of the schedule covers.
 *
 * @param series the series
 * @param key the period key
 * @param full the whole period of the schedule
 * @param service its days inside the term
 * @param contractYear the contract year of its last service day
 */
public record StatementPeriod(
    Series series, String key, Period full, Period service, int contractYear) {}
