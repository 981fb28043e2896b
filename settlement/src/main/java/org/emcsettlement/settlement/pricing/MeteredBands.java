package org.emcsettlement.settlement.pricing;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Quality;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.RegisterTable;
import org.emcsettlement.settlement.savings.CountedDays;
import org.emcsettlement.settlement.tariff.BandCalendar;
import org.emcsettlement.settlement.tariff.TariffFinding;

/**
 * How much of a commodity was used in every time band: by the band registers where they cover the
 * days, else by readings of an hour or less and the tariff's calendar.
 */
final class MeteredBands {

  private static final long QUARTER_SECONDS = 15 * 60;

  private final StatementInput input;
  private final ResolvedContract resolved;
  private final Commodity commodity;

  MeteredBands(StatementInput input, Commodity commodity) {
    this.input = input;
    this.resolved = input.resolved();
    this.commodity = commodity;
  }

  /**
   * Quantities by band.
   *
   * @param quantities the exact quantities in the calendar's order [canonical unit]
   * @param source where they come from
   * @param split whether registers had to be split by days
   */
  record Quantities(Map<String, Rational> quantities, String source, boolean split) {

    Rational sum() {
      return quantities.values().stream().reduce(Rational.ZERO, Rational::plus);
    }
  }

  /** The quantities of a period, absent if neither registers nor dense readings tell them. */
  Optional<Quantities> in(Period period, BandCalendar calendar) {
    return registers(period, calendar).or(() -> readings(List.of(period), calendar, period));
  }

  private Optional<Quantities> registers(Period period, BandCalendar calendar) {
    RegisterTable table = resolved.evidence().registers().get(commodity.id());
    if (table == null) {
      return Optional.empty();
    }
    Map<String, Rational> sums = new LinkedHashMap<>();
    int covered = 0;
    boolean split = false;
    for (RegisterTable.Row row : table.in(period)) {
      if (!row.values().keySet().containsAll(calendar.bands())) {
        return Optional.empty();
      }
      int days = row.period().daysIn(period);
      Rational share = Rational.of(days, row.period().days());
      split |= days < row.period().days();
      covered += days;
      for (String band : calendar.bands()) {
        Rational part = Rational.of(Objects.requireNonNull(row.values().get(band))).times(share);
        sums.merge(band, part, Rational::plus);
      }
    }
    return covered == period.days()
        ? Optional.of(new Quantities(sums, "registers/" + commodity.id() + ".csv#" + period, split))
        : Optional.empty();
  }

  /** The quantities of some months together, as the baseline period may hold one month twice. */
  Optional<Quantities> readings(List<Period> periods, BandCalendar calendar, Period named) {
    if (calendar.rules().isEmpty() || !dense()) {
      return Optional.empty();
    }
    Map<String, Rational> sums = new LinkedHashMap<>();
    calendar.bands().forEach(band -> sums.put(band, Rational.ZERO));
    boolean any = false;
    for (Period period : periods) {
      Set<LocalDate> counted = counted(period);
      for (BoundaryUse.DailyMeter meter : daily().meters()) {
        MeterReadings readings = meter.readings();
        int end = readings.firstFrom(period.end());
        for (int i = readings.firstFrom(period.start()); i < end; i++) {
          LocalDateTime time = local(readings.start(i));
          if (readings.quality(i) != Quality.MISSING && counted.contains(time.toLocalDate())) {
            any = true;
            Rational quantity = readings.quantity(i);
            sums.merge(
                band(calendar, time),
                meter.sign() > 0 ? quantity : quantity.negated(),
                Rational::plus);
          }
        }
      }
    }
    return any ? Optional.of(new Quantities(sums, "meters#" + named, false)) : Optional.empty();
  }

  /** The days that are compared; outside the statement, those that were read. */
  private Set<LocalDate> counted(Period period) {
    return input.period().service().encloses(period)
        ? new HashSet<>(CountedDays.of(input, commodity, period).counted())
        : period
            .dates()
            .filter(date -> daily().use().on(date).isPresent())
            .collect(Collectors.toSet());
  }

  private boolean dense() {
    return resolved.use(commodity) instanceof BoundaryUse.Daily daily
        && daily.meters().stream()
            .allMatch(meter -> meter.readings().resolution() == Resolution.HOURLY);
  }

  private BoundaryUse.Daily daily() {
    return (BoundaryUse.Daily) resolved.use(commodity);
  }

  private LocalDateTime local(Instant instant) {
    ZoneId zone = resolved.use(commodity).zone();
    return LocalDateTime.ofInstant(instant, zone);
  }

  private String band(BandCalendar calendar, LocalDateTime time) {
    return calendar.at(time, resolved.calendar().isWorkingDay(time.toLocalDate())).orElseThrow();
  }

  /** Readings that lie in two bands, and registers that do not add up to the meter. */
  Findings review(Period period, BandCalendar calendar) {
    FindingCollector findings = new FindingCollector();
    Optional<Quantities> registers = registers(period, calendar);
    if (registers.isEmpty() && dense() && !calendar.rules().isEmpty()) {
      daily().meters().forEach(meter -> reviewMeter(meter, period, calendar, findings));
    }
    registers.ifPresent(found -> reviewRegisters(found, period, findings));
    return findings.findings();
  }

  private void reviewRegisters(Quantities found, Period period, FindingCollector findings) {
    if (found.split()) {
      findings.add(
          TariffFinding.SPLIT,
          Place.NOWHERE.during(period.toString()),
          "reading",
          "band registers",
          "readingZh",
          "分时读数",
          "commodity",
          commodity,
          "period",
          period);
    }
    Rational metered = resolved.use(commodity).in(period).quantity();
    if (!found.sum().equals(metered) && !found.split()) {
      findings.add(
          TariffFinding.REGISTERS_DIFFER,
          Place.NOWHERE.during(period.toString()),
          "commodity",
          commodity,
          "period",
          period,
          "bands",
          found.sum().round(2, RoundingMode.HALF_UP).toPlainString(),
          "metered",
          metered.round(2, RoundingMode.HALF_UP).toPlainString());
    }
  }

  private void reviewMeter(
      BoundaryUse.DailyMeter meter,
      Period period,
      BandCalendar calendar,
      FindingCollector findings) {
    MeterReadings readings = meter.readings();
    int end = readings.firstFrom(period.end());
    for (int i = readings.firstFrom(period.start()); i < end; i++) {
      LocalDateTime start = local(readings.start(i));
      String band = band(calendar, start);
      for (Instant at = readings.start(i);
          at.isBefore(readings.end(i));
          at = at.plusSeconds(QUARTER_SECONDS)) {
        if (!band(calendar, local(at)).equals(band)) {
          findings.add(
              TariffFinding.INTERVAL_CROSSES_BAND,
              Place.NOWHERE.during(start.toString()),
              "meter",
              meter.id(),
              "instant",
              start);
          return;
        }
      }
    }
  }
}
