package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.judge.AnnualStatistics;
import org.emcsettlement.baseline.judge.Sufficiency;
import org.emcsettlement.baseline.judge.SufficiencyFinding;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.evidence.Evidence;

/** The checks of the reviewers of public institutions' statistics, applied to a year. */
final class AnnualReview {

  private static final String SET = "gb-public-institution";
  private static final int DECIMALS = 4;
  private static final int MONTHS = 12;

  private final Contract contract;
  private final Evidence evidence;
  private final IndicatorTerms terms;
  private final int year;
  private final Sufficiency rules = Sufficiency.of(SET, Resolution.BILLING);

  AnnualReview(Contract contract, Evidence evidence, IndicatorTerms terms, int year) {
    this.contract = contract;
    this.evidence = evidence;
    this.terms = terms;
    this.year = year;
  }

  private record Months(List<BigDecimal> quantities, boolean split) {}

  /** The months of a year; none unless all are complete. */
  private Months months(Commodity commodity, int of) {
    List<BigDecimal> quantities = new ArrayList<>();
    boolean split = false;
    Period whole = Period.of(LocalDate.of(of, 1, 1), LocalDate.of(of + 1, 1, 1));
    for (Period month : whole.months()) {
      YearUse use = new YearUse(contract, evidence, terms, of, month);
      if (!use.isComplete(commodity)) {
        return new Months(List.of(), false);
      }
      split |= use.isSplit(commodity);
      quantities.add(shown(use.scope(commodity).orElseThrow()));
    }
    return new Months(quantities, split);
  }

  private static BigDecimal shown(Rational value) {
    return value.toDecimal().orElseGet(() -> value.round(DECIMALS, RoundingMode.HALF_UP));
  }

  /** Totals, other years and heating of a commodity. */
  Findings of(Commodity commodity, YearUse use) {
    Months months = months(commodity, year);
    if (months.quantities().isEmpty()) {
      return Findings.none();
    }
    Months before = months(commodity, year - 1);
    AnnualStatistics.Builder statistics =
        AnnualStatistics.builder()
            .year(year)
            .months(months.quantities())
            .monthsBefore(before.quantities())
            .reportedTotal(
                use.reported(commodity, IndicatorTerms.Use.TOTAL).map(AnnualReview::shown));
    if (commodity == Commodity.ELECTRICITY) {
      statistics
          .isHeatedByElectricity(terms.heatedByElectricity())
          .heatingElectricity(
              Optional.of(
                  shown(use.partOf(commodity, terms.heating(), IndicatorTerms.Use.HEATING))));
    }
    // months that are shares of longer bills say nothing about months
    boolean split = months.split() || before.split();
    String sameMonth = SufficiencyFinding.SAME_MONTH.code();
    Place place = Place.file("meters").during(commodity.id() + " " + year);
    return Findings.of(
        rules.judge(statistics.build()).stream()
            .filter(finding -> !(split && finding.code().equals(sameMonth)))
            .map(finding -> finding.at(place))
            .toList());
  }

  /** Indicators outside the range in which statistics are believed. */
  Findings plausible(List<IndicatorReport.IndicatorValue> values) {
    AnnualStatistics.Builder statistics =
        AnnualStatistics.builder().year(year).months(Collections.nCopies(MONTHS, BigDecimal.ZERO));
    for (IndicatorReport.IndicatorValue value : values) {
      for (AnnualStatistics.Indicator known : AnnualStatistics.Indicator.values()) {
        if (known.name().equals(value.indicator().name())) {
          statistics.putIndicators(known, value.value().round(DECIMALS, RoundingMode.HALF_UP));
        }
      }
    }
    List<Finding> findings = rules.judge(statistics.build()).list();
    return Findings.of(findings);
  }
}
