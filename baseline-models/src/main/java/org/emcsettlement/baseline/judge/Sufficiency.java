package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;

/**
 * A named rule of how much data a baseline needs.
 *
 * @param name the stable name
 * @param coverage the share of the period's days that must have data
 * @param span the days the period must have
 * @param periods the observations there must be
 * @param freedom the observations there must be beyond the parameters
 */
public record Sufficiency(String name, BigDecimal coverage, int span, int periods, int freedom) {

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final List<CsvRow> ROWS = CsvTable.resource(Sufficiency.class, "sufficiency.csv").rows();
  }

  /** The rule used unless another is named. */
  public static final String DEFAULT = "emc-default";

  /**
   * A packaged rule.
   *
   * @param name its stable name
   * @param resolution the resolution of the data
   * @return the rule
   * @throws IllegalArgumentException if there is none
   */
  public static Sufficiency of(String name, Resolution resolution) {
    for (CsvRow row : Packaged.ROWS) {
      if (row.requiredText("set").orElseThrow().equals(name)
          && row.constant("resolution", Resolution.class).orElseThrow() == resolution) {
        return new Sufficiency(
            name,
            row.requiredDecimal("coverage").orElseThrow(),
            row.requiredDecimal("span").orElseThrow().intValueExact(),
            row.requiredDecimal("periods").orElseThrow().intValueExact(),
            row.requiredDecimal("freedom").orElseThrow().intValueExact());
      }
    }
    throw new IllegalArgumentException(
        "sufficiency rule \"" + name + "\" is unknown for " + resolution);
  }

  /**
   * Judges the data of a fit.
   *
   * @param period the baseline period
   * @param days the days with data
   * @param observations n
   * @param parameters P
   * @return a finding for everything that is too little
   */
  public Findings judge(Period period, int days, int observations, int parameters) {
    FindingCollector findings = new FindingCollector();
    Place place = Place.NOWHERE.during(period.toString());
    BigDecimal needed = coverage.multiply(BigDecimal.valueOf(period.days()));
    if (BigDecimal.valueOf(days).compareTo(needed) < 0) {
      findings.add(
          FitFinding.COVERAGE,
          place,
          "days",
          days,
          "span",
          period.days(),
          "needed",
          coverage.movePointRight(2).stripTrailingZeros().toPlainString() + " %");
    }
    if (period.days() < span) {
      findings.add(FitFinding.SHORT_PERIOD, place, "span", period.days(), "needed", span);
    }
    if (observations < periods) {
      findings.add(FitFinding.FEW_OBSERVATIONS, place, "count", observations, "needed", periods);
    }
    if (observations - parameters < freedom) {
      findings.add(
          FitFinding.FEW_FREEDOM, place, "freedom", observations - parameters, "needed", freedom);
    }
    return findings.findings();
  }
}
