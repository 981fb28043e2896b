package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;

/**
 * What the use of a public building changes from one year to the next, beyond weather and calendar,
 * though no measure was taken: measured on pairs of years without a known change. Source and trust
 * stand in the resource {@code year-to-year.csv}.
 */
final class YearToYear {

  /** δ, the standard deviation as a fraction of a year's adjusted baseline. */
  static final BigDecimal DEVIATION = read();

  private YearToYear() {}

  private static BigDecimal read() {
    CsvRow row = CsvTable.resource(YearToYear.class, "year-to-year.csv").rows().get(0);
    return row.requiredDecimal("deviation").orElseThrow();
  }
}
