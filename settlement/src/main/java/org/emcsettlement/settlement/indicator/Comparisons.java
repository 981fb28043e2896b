package org.emcsettlement.settlement.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.indicator.IndicatorReport.IndicatorValue;
import org.emcsettlement.settlement.indicator.IndicatorReport.QuotaComparison;
import org.emcsettlement.settlement.indicator.IndicatorReport.TargetComparison;

/** Compares indicators with quotas and with targets of total and intensity. */
final class Comparisons {

  private final IndicatorTerms terms;
  private final int year;
  private final List<IndicatorValue> values;
  private final FindingCollector findings;

  Comparisons(
      IndicatorTerms terms, int year, List<IndicatorValue> values, FindingCollector findings) {
    this.terms = terms;
    this.year = year;
    this.values = values;
    this.findings = findings;
  }

  private Optional<Rational> value(Indicator indicator) {
    return values.stream()
        .filter(value -> value.indicator() == indicator)
        .map(IndicatorValue::value)
        .findFirst();
  }

  List<QuotaComparison> quotas() {
    List<QuotaComparison> rows = new ArrayList<>();
    Set<String> sources = new LinkedHashSet<>();
    for (Quota quota : Quota.standard()) {
      Optional<Rational> value = value(quota.indicator());
      if (terms.quotas().contains(quota.category()) && value.isPresent()) {
        if (!quota.holdsOn(LocalDate.of(year, 1, 1))) {
          report(IndicatorFinding.QUOTA_OUT_OF_DATE, quota, "year", year);
        } else {
          rows.add(compare(quota, value.get()));
          if (quota.trust() != Trust.VERIFIED && sources.add(quota.source())) {
            findings.add(
                IndicatorFinding.NOT_READ_IN_SOURCE,
                Place.NOWHERE,
                "whatZh",
                "定额 " + quota.name().zh(),
                "what",
                "the quota of " + quota.name().en(),
                "trust",
                quota.trust(),
                "source",
                quota.source());
          }
        }
      }
    }
    return rows;
  }

  private QuotaComparison compare(Quota quota, Rational value) {
    Optional<String> other = quota.basis().filter(basis -> !basis.equals(terms.standardCoal()));
    if (other.isEmpty()) {
      return new QuotaComparison(quota, value, quota.judge(value));
    }
    report(
        IndicatorFinding.QUOTA_BASIS, quota, "needed", other.get(), "used", terms.standardCoal());
    return new QuotaComparison(quota, value, QuotaLevel.Verdict.NOT_COMPARABLE);
  }

  private void report(IndicatorFinding code, Quota quota, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("category", quota.category(), "indicator", quota.indicator()));
    arguments.addAll(List.of(more));
    findings.add(
        code, Place.pointer(IndicatorTerms.FILE, "/quotas"), arguments.toArray(new Object[0]));
  }

  List<TargetComparison> targets() {
    List<TargetComparison> rows = new ArrayList<>();
    for (ReductionTarget target : terms.targets()) {
      Optional<Rational> value = value(target.indicator());
      Optional<Rational> allowed = target.allowed(year);
      if (value.isPresent() && allowed.isPresent()) {
        Rational margin = allowed.get().minus(value.get());
        rows.add(new TargetComparison(target, allowed.get(), value.get(), margin));
      }
    }
    return rows;
  }
}
