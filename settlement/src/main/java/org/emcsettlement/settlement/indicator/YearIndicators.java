package org.emcsettlement.settlement.indicator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.emcsettlement.settlement.indicator.IndicatorReport.CarvedOut;
import org.emcsettlement.settlement.indicator.IndicatorReport.DivisorKind;
import org.emcsettlement.settlement.indicator.IndicatorReport.IndicatorValue;
import org.emcsettlement.settlement.indicator.IndicatorReport.Used;

/**
 * The formulas of DB37/T 2672-2019 section indicators as quoted by secondary sources: energy counts
 * no water; heating is purchased heat and what is metered for heating.
 */
final class YearIndicators {

  private static final Rational LITRES = Rational.of(1000);

  private final List<Used> used;
  private final YearDivisors divisors;
  private final Map<Indicator, IndicatorValue> values = new EnumMap<>(Indicator.class);

  YearIndicators(List<Used> used, YearDivisors divisors) {
    this.used = used;
    this.divisors = divisors;
  }

  /** The indicators made so far, in order. */
  List<IndicatorValue> values() {
    return List.copyOf(values.values());
  }

  private void put(Indicator indicator, Rational numerator, Rational denominator) {
    values.put(
        indicator,
        new IndicatorValue(indicator, numerator, denominator, numerator.dividedBy(denominator)));
  }

  private void put(Indicator indicator, Rational numerator, DivisorKind divisor) {
    divisors.value(divisor).ifPresent(denominator -> put(indicator, numerator, denominator));
  }

  private Optional<Used> find(Commodity commodity) {
    return used.stream().filter(row -> row.commodity() == commodity).findFirst();
  }

  private boolean isConverted(Function<Used, Optional<Factor>> factor) {
    List<Used> energy = used.stream().filter(row -> !row.commodity().isWater()).toList();
    return !energy.isEmpty() && energy.stream().allMatch(row -> factor.apply(row).isPresent());
  }

  /** The standard coal of a part of every row. */
  private Rational standardCoal(Function<Used, Rational> part) {
    return used.stream()
        .flatMap(
            row ->
                row.standardCoal().stream()
                    .map(factor -> part.apply(row).times(Rational.of(factor.value()))))
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** Nothing unless every commodity has a quantity and a factor. */
  void energy(boolean complete) {
    if (complete && isConverted(Used::standardCoal)) {
      Rational all = standardCoal(Used::quantity);
      Rational heating = standardCoal(Used::heating);
      Rational transport = standardCoal(Used::transport);
      put(Indicator.ENERGY_TOTAL, all, Rational.ONE);
      put(Indicator.ENERGY_PER_AREA, all, DivisorKind.FLOOR_AREA);
      put(
          Indicator.NON_HEATING_PER_AREA,
          all.minus(heating).minus(transport),
          DivisorKind.FLOOR_AREA);
      put(Indicator.HEATING_PER_AREA, heating, DivisorKind.HEATED_AREA);
      put(Indicator.ENERGY_PER_PERSON, all, DivisorKind.HEADCOUNT);
    }
    find(Commodity.ELECTRICITY)
        .ifPresent(
            row ->
                put(
                    Indicator.ELECTRICITY_PER_AREA,
                    row.quantity().minus(row.heating()),
                    DivisorKind.FLOOR_AREA));
    if (complete && isConverted(Used::carbonFactor)) {
      Rational carbon =
          used.stream().flatMap(row -> row.carbon().stream()).reduce(Rational.ZERO, Rational::plus);
      put(Indicator.CARBON_TOTAL, carbon, Rational.ONE);
      put(Indicator.CARBON_PER_AREA, carbon, DivisorKind.FLOOR_AREA);
      put(Indicator.CARBON_PER_PERSON, carbon, DivisorKind.HEADCOUNT);
    }
  }

  void water() {
    Optional<Used> water = find(Commodity.WATER);
    if (water.isEmpty()) {
      return;
    }
    Rational quantity = water.get().quantity();
    put(Indicator.WATER_TOTAL, quantity, Rational.ONE);
    boolean beds =
        divisors
            .find(DivisorKind.WATER_HEADCOUNT)
            .flatMap(IndicatorReport.Divisor::formula)
            .filter(formula -> formula.unit().equals(HeadcountFormula.BED_DAY))
            .isPresent();
    if (beds) {
      put(Indicator.WATER_PER_BED_DAY, quantity.times(LITRES), DivisorKind.WATER_HEADCOUNT);
    } else {
      put(Indicator.WATER_PER_PERSON, quantity, DivisorKind.WATER_HEADCOUNT);
    }
    put(Indicator.WATER_PER_AREA, quantity, DivisorKind.FLOOR_AREA);
  }

  void greenPower(Optional<Rational> offset) {
    IndicatorValue total = values.get(Indicator.CARBON_TOTAL);
    if (offset.isPresent() && total != null) {
      put(Indicator.CARBON_LESS_GREEN_POWER, total.value().minus(offset.get()), Rational.ONE);
    }
  }

  void dataCentre(List<CarvedOut> carvedOut, Rational itLoad) {
    Rational all =
        carvedOut.stream()
            .filter(row -> row.part().use() == BoundaryPart.Use.DATA_CENTRE)
            .map(row -> row.quantities().getOrDefault(Commodity.ELECTRICITY, Rational.ZERO))
            .reduce(Rational.ZERO, Rational::plus);
    if (all.signum() > 0 && itLoad.signum() > 0) {
      put(Indicator.DATA_CENTRE_EUE, all, itLoad);
    }
  }
}
