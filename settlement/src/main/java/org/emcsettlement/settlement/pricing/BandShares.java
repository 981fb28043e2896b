package org.emcsettlement.settlement.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.tariff.BandCalendar;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * Divides quantities among time bands: those of the reporting period, and those of the baseline.
 */
final class BandShares {

  private final ResolvedContract resolved;
  private final Commodity commodity;
  private final BaselineUsage terms;
  private final MeteredBands metered;
  private final ModelledBands modelled;

  BandShares(StatementInput input, Commodity commodity, BaselineUsage terms) {
    this.resolved = input.resolved();
    this.commodity = commodity;
    this.terms = terms;
    this.metered = new MeteredBands(input, commodity);
    this.modelled = new ModelledBands(input, commodity);
  }

  /** The weights of bands with the place where they stand. */
  record Weights(Map<String, Rational> bands, String source, boolean agreed) {

    private boolean isNothing() {
      return bands.values().stream().reduce(Rational.ZERO, Rational::plus).signum() == 0;
    }
  }

  /** The weights of the reporting period. */
  Optional<Weights> actual(Period period, BandCalendar calendar) {
    return metered
        .in(period, calendar)
        .map(found -> new Weights(found.quantities(), found.source(), false));
  }

  /** The weights of the baseline; none if nothing was agreed or read. */
  Optional<Weights> baseline(Period period, BandCalendar calendar) {
    Optional<Weights> weights =
        switch (terms.profile()) {
          case BASELINE -> agreed(period, calendar).or(() -> ofBaselinePeriod(period, calendar));
          case ACTUAL -> actual(period, calendar);
          case MODELLED ->
              modelled
                  .in(period, calendar)
                  .map(bands -> new Weights(bands, modelled.source(period), false));
        };
    return weights.filter(found -> !found.isNothing());
  }

  private Optional<Weights> agreed(Period period, BandCalendar calendar) {
    return terms
        .weightsOf(period.start().getMonthValue())
        .filter(weights -> weights.keySet().containsAll(calendar.bands()))
        .map(
            weights -> {
              Map<String, Rational> bands = new LinkedHashMap<>();
              calendar
                  .bands()
                  .forEach(b -> bands.put(b, Rational.of(Objects.requireNonNull(weights.get(b)))));
              return new Weights(bands, "", true);
            });
  }

  /** The same calendar month of the baseline period, by the calendar of the reporting period. */
  private Optional<Weights> ofBaselinePeriod(Period period, BandCalendar calendar) {
    if (!terms.weights().isEmpty()) {
      return Optional.empty();
    }
    List<Period> months = new ArrayList<>();
    Period base = resolved.contract().baseline(commodity).orElseThrow().period();
    for (Period month : base.months()) {
      if (month.start().getMonthValue() == period.start().getMonthValue()) {
        months.add(month);
      }
    }
    return months.isEmpty()
        ? Optional.empty()
        : metered
            .readings(months, calendar, months.get(0))
            .map(found -> new Weights(found.quantities(), found.source(), false));
  }

  /** The quantity of every band: whole × weight ÷ sum of weights. */
  static Map<String, Figure> split(Calculator calculator, Figure whole, Weights weights) {
    Map<String, Figure> facts = new LinkedHashMap<>();
    weights
        .bands()
        .forEach(
            (band, weight) ->
                facts.put(band, weight(calculator, band, weight, whole.unit(), weights)));
    Map<String, Figure> quantities = new LinkedHashMap<>();
    if (weights.isNothing()) {
      // nothing was used in any band, so nothing is divided
      facts
          .keySet()
          .forEach(
              band ->
                  quantities.put(
                      band, calculator.parameter("nothing", BigDecimal.ZERO, whole.unit())));
      return quantities;
    }
    Figure sum = calculator.sum("sum-of-weights", List.copyOf(facts.values()));
    facts.forEach(
        (band, weight) ->
            quantities.put(
                band,
                calculator.over(
                    "quantity-in-band",
                    whole.unit(),
                    calculator.times("quantity-times-weight", whole.unit(), whole, weight),
                    sum)));
    return quantities;
  }

  private static Figure weight(
      Calculator calculator, String band, Rational weight, String unit, Weights weights) {
    String name = "band-weight[" + band + "]";
    return weights.agreed()
        ? calculator.parameter(name, weight.toDecimal().orElseThrow(), "")
        : calculator.fact(name, weight, unit, weights.source());
  }
}
