package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.List;

/**
 * The conditions of one calendar month in the baseline period: the regressor sums over its days,
 * all years of the period together. They give the baseline before adjustment.
 *
 * @param month 1 to 12
 * @param days the days summed over [d]
 * @param sums the regressor sums in the order of the coefficients
 */
public record MonthConditions(int month, int days, List<BigDecimal> sums) {}
