package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.indicator.IndicatorReport.CarvedOut;
import org.emcsettlement.settlement.indicator.IndicatorReport.Divisor;
import org.emcsettlement.settlement.indicator.IndicatorReport.DivisorKind;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * What indicators are divided by: areas and persons, less those of special uses. What is missing or
 * leaves nothing is reported.
 */
final class YearDivisors {

  private final IndicatorTerms terms;
  private final List<CarvedOut> carvedOut;
  private final YearCounts counts;
  private final FindingCollector findings;
  private final Map<DivisorKind, Divisor> divisors = new EnumMap<>(DivisorKind.class);

  YearDivisors(
      Contract contract,
      IndicatorTerms terms,
      List<CarvedOut> carvedOut,
      YearCounts counts,
      FindingCollector findings) {
    this.terms = terms;
    this.carvedOut = carvedOut;
    this.counts = counts;
    this.findings = findings;
    areas(contract);
    persons();
  }

  /** The divisor's value, absent if it is not known or not above zero. */
  Optional<Rational> value(DivisorKind kind) {
    return find(kind).map(Divisor::value);
  }

  Optional<Divisor> find(DivisorKind kind) {
    return Optional.ofNullable(divisors.get(kind));
  }

  List<Divisor> all() {
    return new ArrayList<>(divisors.values());
  }

  private void areas(Contract contract) {
    Optional<BigDecimal> area = terms.floorArea().or(() -> contract.boundary().floorArea());
    if (area.isEmpty()) {
      findings.add(IndicatorFinding.AREA_MISSING, Place.file(IndicatorTerms.FILE));
      return;
    }
    Rational takenOff = takenOff(BoundaryPart::floorArea);
    put(
        DivisorKind.FLOOR_AREA,
        new Bilingual("建筑面积", "the floor area"),
        Rational.of(area.get()),
        takenOff,
        Optional.empty());
    if (terms.heatedArea().isPresent()) {
      put(
          DivisorKind.HEATED_AREA,
          new Bilingual("供暖面积", "the heated area"),
          Rational.of(terms.heatedArea().get()),
          Rational.ZERO,
          Optional.empty());
    } else {
      find(DivisorKind.FLOOR_AREA)
          .ifPresent(
              floor ->
                  divisors.put(
                      DivisorKind.HEATED_AREA,
                      new Divisor(
                          DivisorKind.HEATED_AREA, floor.value(), takenOff, Optional.empty())));
    }
  }

  private void persons() {
    HeadcountFormula formula = HeadcountFormula.of(terms.headcount());
    report(formula);
    Rational takenOff = takenOff(BoundaryPart::persons);
    Optional<Rational> headcount = counts.evaluate(formula);
    headcount.ifPresent(
        persons ->
            put(DivisorKind.HEADCOUNT, formula.name(), persons, takenOff, Optional.of(formula)));
    if (terms.waterHeadcount().isPresent()) {
      HeadcountFormula water = HeadcountFormula.of(terms.waterHeadcount().get());
      report(water);
      counts
          .evaluate(water)
          .ifPresent(
              persons ->
                  put(
                      DivisorKind.WATER_HEADCOUNT,
                      water.name(),
                      persons,
                      Rational.ZERO,
                      Optional.of(water)));
    } else {
      find(DivisorKind.HEADCOUNT)
          .ifPresent(
              same ->
                  divisors.put(
                      DivisorKind.WATER_HEADCOUNT,
                      new Divisor(
                          DivisorKind.WATER_HEADCOUNT,
                          same.value(),
                          same.takenOff(),
                          same.formula())));
    }
  }

  private void report(HeadcountFormula formula) {
    if (formula.trust() == Trust.UNVERIFIED || formula.trust() == Trust.SECONDARY) {
      findings.add(
          IndicatorFinding.NOT_READ_IN_SOURCE,
          Place.NOWHERE,
          "whatZh",
          formula.name().zh(),
          "what",
          formula.name().en(),
          "trust",
          formula.trust(),
          "source",
          formula.source());
    }
  }

  private Rational takenOff(Function<BoundaryPart, Optional<BigDecimal>> what) {
    return carvedOut.stream()
        .flatMap(row -> what.apply(row.part()).stream())
        .map(Rational::of)
        .reduce(Rational.ZERO, Rational::plus);
  }

  private void put(
      DivisorKind kind,
      Bilingual name,
      Rational whole,
      Rational takenOff,
      Optional<HeadcountFormula> formula) {
    Rational value = whole.minus(takenOff);
    if (value.signum() > 0) {
      divisors.put(kind, new Divisor(kind, value, takenOff, formula));
    } else {
      findings.add(
          IndicatorFinding.NOTHING_LEFT,
          Place.file(IndicatorTerms.FILE),
          "whatZh",
          name.zh(),
          "what",
          name.en(),
          "value",
          IndicatorCalculation.shown(value));
    }
  }
}
