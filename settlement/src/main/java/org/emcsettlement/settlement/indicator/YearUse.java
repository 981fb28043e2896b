package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.MeteredFlows;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.Evidence;

/** What meters counted and what was reported, in a period inside one year. */
final class YearUse {

  private final Contract contract;
  private final Evidence evidence;
  private final IndicatorTerms terms;
  private final int year;
  private final Period period;

  YearUse(Contract contract, Evidence evidence, IndicatorTerms terms, int year, Period period) {
    this.contract = contract;
    this.evidence = evidence;
    this.terms = terms;
    this.year = year;
    this.period = period;
  }

  private BoundaryUse.Part part(String meter) {
    MeterReadings readings = evidence.meters().get(meter);
    return readings == null
        ? new BoundaryUse.Part(Rational.ZERO, false, period.dates().toList())
        : BoundaryUse.Billed.part(readings, period);
  }

  private List<Meter> meters(Commodity commodity) {
    return contract.meters().stream().filter(meter -> meter.commodity() == commodity).toList();
  }

  /** Whether a meter of the project boundary counted the commodity on some day. */
  boolean isMetered(Commodity commodity) {
    return meters(commodity).stream()
        .filter(meter -> !meter.informative())
        .anyMatch(meter -> part(meter.id()).missing().size() < period.days());
  }

  /** Whether every meter of the project boundary counted the commodity on every day. */
  boolean isComplete(Commodity commodity) {
    return isMetered(commodity)
        && meters(commodity).stream()
            .filter(meter -> !meter.informative())
            .allMatch(meter -> part(meter.id()).missing().isEmpty());
  }

  /** Whether a bill had to be split by days. */
  boolean isSplit(Commodity commodity) {
    return meters(commodity).stream().anyMatch(meter -> part(meter.id()).split());
  }

  /** The signed sum of meters of a commodity. */
  private Rational sum(Commodity commodity, Map<String, Integer> signs) {
    Rational sum = Rational.ZERO;
    for (Meter meter : meters(commodity)) {
      int sign = signs.getOrDefault(meter.id(), 0);
      if (sign != 0) {
        sum = sum.plus(part(meter.id()).quantity().times(Rational.of(sign)));
      }
    }
    return sum;
  }

  /** What some meters counted of a commodity. */
  Rational sum(Commodity commodity, Collection<String> meters) {
    Map<String, Integer> signs = new LinkedHashMap<>();
    meters.forEach(meter -> signs.put(meter, 1));
    return sum(commodity, signs);
  }

  /** What a part used, by commodity. */
  Map<Commodity, Rational> of(BoundaryPart part) {
    Map<Commodity, Rational> quantities = new EnumMap<>(Commodity.class);
    Map<String, Integer> signs = MeteredFlows.of(part);
    for (Meter meter : contract.meters()) {
      if (signs.containsKey(meter.id())) {
        quantities.put(meter.commodity(), sum(meter.commodity(), signs));
      }
    }
    return quantities;
  }

  /** What was reported of a commodity, the entries of the year added up. */
  Optional<Rational> reported(Commodity commodity, IndicatorTerms.Use use) {
    List<BigDecimal> entries =
        terms.quantities().stream()
            .filter(entry -> entry.year() == year)
            .filter(entry -> entry.commodity() == commodity && entry.use() == use)
            .map(IndicatorTerms.Reported::quantity)
            .toList();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(Rational.of(entries.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  Optional<IndicatorReport.SiteGeneration> generated() {
    if (terms.generation().isEmpty()) {
      return Optional.empty();
    }
    Rational generated = sum(Commodity.ELECTRICITY, terms.generation());
    Rational exported = sum(Commodity.ELECTRICITY, terms.export());
    return Optional.of(
        new IndicatorReport.SiteGeneration(generated, exported, generated.minus(exported)));
  }

  /** The use of the project boundary, special uses carved out, own generation included. */
  Optional<Rational> scope(Commodity commodity) {
    if (!isMetered(commodity)) {
      return reported(commodity, IndicatorTerms.Use.TOTAL);
    }
    Map<String, Integer> project = MeteredFlows.ofProject(contract.meters());
    Rational use = sum(commodity, project);
    for (BoundaryPart part : terms.carvedOut()) {
      use = use.minus(of(part).getOrDefault(commodity, Rational.ZERO));
    }
    if (commodity == Commodity.ELECTRICITY) {
      // meters that stand in the boundary already count what is generated
      for (String meter : terms.generation()) {
        use = project.containsKey(meter) ? use : use.plus(part(meter).quantity());
      }
      for (String meter : terms.export()) {
        use = project.containsKey(meter) ? use : use.minus(part(meter).quantity());
      }
    }
    return Optional.of(use);
  }

  /** The part of a commodity that some meters count, else what was reported of that use. */
  Rational partOf(Commodity commodity, List<String> meters, IndicatorTerms.Use use) {
    List<String> own = meters(commodity).stream().map(Meter::id).filter(meters::contains).toList();
    return own.isEmpty() ? reported(commodity, use).orElse(Rational.ZERO) : sum(commodity, own);
  }

  /** Says which meters lack days; nothing is scaled up. */
  void reportMissing(FindingCollector findings) {
    List<Meter> counted = new ArrayList<>(contract.meters());
    counted.removeIf(meter -> !evidence.meters().containsKey(meter.id()));
    for (Meter meter : counted) {
      int missing = part(meter.id()).missing().size();
      if (missing > 0 && missing < period.days()) {
        findings.add(
            IndicatorFinding.DAYS_MISSING,
            Place.file("meters/" + meter.id() + ".csv").during(String.valueOf(year)),
            "meter",
            meter.id(),
            "year",
            year,
            "count",
            missing);
      }
    }
  }
}
