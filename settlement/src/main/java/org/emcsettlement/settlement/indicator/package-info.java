/**
 * What a public institution reports for a year: comprehensive energy on one named basis, carbon
 * dioxide, water, each per area and person, compared with quotas and reduction targets.
 *
 * <p>{@code IndicatorTerms} is the standing of the institution; {@code YearUse} takes quantities
 * from evidence; {@code IndicatorCalculation} makes the {@code IndicatorReport}. Quotas, headcount
 * formulas and national targets are tables with source and trust. Statements depend on none of it.
 */
@NullMarked
package org.emcsettlement.settlement.indicator;

import org.jspecify.annotations.NullMarked;
