package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Occupancy;

/** The counts of a year: as stated for the year, else the mean over the days that are known. */
final class YearCounts {

  private final IndicatorTerms terms;
  private final Occupancy occupancy;
  private final int year;
  private final Period period;
  private final FindingCollector findings;

  YearCounts(
      IndicatorTerms terms,
      Occupancy occupancy,
      int year,
      Period period,
      FindingCollector findings) {
    this.terms = terms;
    this.occupancy = occupancy;
    this.year = year;
    this.period = period;
    this.findings = findings;
  }

  /** A formula's value; what it lacks is reported. */
  Optional<Rational> evaluate(HeadcountFormula formula) {
    for (String count : formula.needed()) {
      if (find(count).isEmpty()) {
        findings.add(
            IndicatorFinding.COUNT_MISSING,
            Place.file("occupancy.csv").during(String.valueOf(year)),
            "year",
            year,
            "count",
            count,
            "formula",
            formula.id());
      } else {
        reportGap(count);
      }
    }
    return formula.evaluate(this::find);
  }

  private Optional<Rational> find(String count) {
    Optional<Rational> stated =
        terms.counts().stream()
            .filter(entry -> entry.year() == year && entry.name().equals(count))
            .findFirst()
            .map(entry -> Rational.of(entry.value()));
    return stated.or(() -> mean(count));
  }

  private Optional<Rational> mean(String count) {
    Rational sum = Rational.ZERO;
    int days = 0;
    for (LocalDate date : period.dates().toList()) {
      Optional<BigDecimal> value = occupancy.on(count, date);
      if (value.isPresent()) {
        sum = sum.plus(Rational.of(value.get()));
        days++;
      }
    }
    return days == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Rational.of(days)));
  }

  private void reportGap(String count) {
    if (terms.counts().stream().anyMatch(e -> e.year() == year && e.name().equals(count))) {
      return;
    }
    List<LocalDate> missing = new ArrayList<>(period.dates().toList());
    missing.removeIf(date -> occupancy.on(count, date).isPresent());
    if (!missing.isEmpty()) {
      findings.add(
          EvidenceFinding.OCCUPANCY_GAP,
          Place.file("occupancy.csv").during(String.valueOf(year)),
          "count",
          missing.size(),
          "driver",
          count,
          "first",
          missing.get(0),
          "last",
          missing.get(missing.size() - 1));
    }
  }
}
