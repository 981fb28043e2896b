package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.period.Period;

/**
 * A part of a statement period in which no term changes.
 *
 * @param period its days
 * @param contractYear the contract year it lies in
 */
public record Segment(Period period, int contractYear) {}
