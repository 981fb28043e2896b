package org.emcsettlement.settlement.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.ExactHours;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.CountedDays;
import org.emcsettlement.settlement.tariff.BandCalendar;

/**
 * How much a frozen model of hours predicts in every time band: {@code Σ b·x} of the hours of the
 * compared days, exactly. An hour that lies in two bands is divided by its quarters.
 */
final class ModelledBands {

  private static final int QUARTERS = 4;
  private static final long QUARTER_SECONDS = 15 * 60;

  private final StatementInput input;
  private final ResolvedContract resolved;
  private final Commodity commodity;

  ModelledBands(StatementInput input, Commodity commodity) {
    this.input = input;
    this.resolved = input.resolved();
    this.commodity = commodity;
  }

  /** Where the prediction of a period comes from. */
  String source(Period period) {
    return "baselines/" + frozen().map(FrozenBaseline::id).orElse("") + ".json#hours/" + period;
  }

  private Optional<FrozenBaseline> frozen() {
    return resolved.baseline(commodity);
  }

  /** The quantities of a period by band, absent without a model of hours or what drives it. */
  Optional<Map<String, Rational>> in(Period period, BandCalendar calendar) {
    Optional<FrozenBaseline> frozen =
        frozen().filter(model -> model.regressors().stream().anyMatch(ExactHours::differ));
    if (frozen.isEmpty() || calendar.rules().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Rational> sums = new LinkedHashMap<>();
    calendar.bands().forEach(band -> sums.put(band, Rational.ZERO));
    ZoneId zone = resolved.use(commodity).zone();
    DailyDrivers drivers = resolved.drivers(frozen.get().station());
    for (LocalDate date : CountedDays.of(input, commodity, period).counted()) {
      ExactHours day = new ExactHours(drivers, zone, date);
      Optional<List<Rational>> predicted = predicted(frozen.get(), day);
      if (predicted.isEmpty()) {
        return Optional.empty();
      }
      for (int hour = 0; hour < day.size(); hour++) {
        Rational quarter = predicted.get().get(hour).dividedBy(Rational.of(QUARTERS));
        for (int i = 0; i < QUARTERS; i++) {
          Instant at = day.start(hour).plusSeconds(i * QUARTER_SECONDS);
          sums.merge(band(calendar, LocalDateTime.ofInstant(at, zone)), quarter, Rational::plus);
        }
      }
    }
    return Optional.of(sums);
  }

  private static Optional<List<Rational>> predicted(FrozenBaseline frozen, ExactHours day) {
    List<Rational> hours = new ArrayList<>(Collections.nCopies(day.size(), Rational.ZERO));
    for (Coefficient coefficient : frozen.coefficients()) {
      Optional<List<Rational>> values = day.of(coefficient.regressor());
      if (values.isEmpty()) {
        return Optional.empty();
      }
      Rational b = Rational.of(coefficient.value());
      for (int hour = 0; hour < hours.size(); hour++) {
        Rational value = values.get().get(hour);
        if (value.signum() != 0) {
          hours.set(hour, hours.get(hour).plus(b.times(value)));
        }
      }
    }
    return Optional.of(hours);
  }

  private String band(BandCalendar calendar, LocalDateTime time) {
    return calendar.at(time, resolved.calendar().isWorkingDay(time.toLocalDate())).orElseThrow();
  }
}
