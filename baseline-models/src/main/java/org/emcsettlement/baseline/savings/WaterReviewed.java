package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.institution.LeakDetection;
import org.emcsettlement.baseline.institution.NightFlow;
import org.emcsettlement.baseline.institution.WaterDays;
import org.emcsettlement.baseline.institution.WaterEvent;
import org.emcsettlement.baseline.institution.WaterFinding;
import org.emcsettlement.baseline.institution.WaterLevel;
import org.emcsettlement.baseline.institution.WaterReview;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * What happened to water and its meter in a period that is compared with a model of {@code
 * institution-water}. Other models know neither leaks nor dead meters: of them nothing is said.
 *
 * <p>What is usual is taken from the days that the model was fitted on, as far as the same meter
 * has them, because measures change it; else from the period itself, with a finding.
 *
 * @param events leaks and faults of the meter in time order
 * @param ownLevel what is said if the period was judged by itself
 */
public record WaterReviewed(List<WaterEvent> events, Findings ownLevel) {

  /** The models that are reviewed. */
  private static final String METHOD = "institution-water";

  /** The fewest days that say what is usual: four weeks. */
  private static final int FEWEST_DAYS = 28;

  /**
   * A review; the list is copied.
   *
   * @param events leaks and faults of the meter in time order
   * @param ownLevel what is said if the period was judged by itself
   */
  public WaterReviewed {
    events = List.copyOf(events);
  }

  /**
   * Reviews a period.
   *
   * @param model the model it is compared with
   * @param drivers what drove use
   * @param use what was used
   * @param period the period
   * @return what happened; nothing for bills, and for models of other methods
   */
  public static WaterReviewed of(
      FrozenBaseline model, DailyDrivers drivers, MeasuredUse use, Period period) {
    return model.form().equals(METHOD) && use instanceof MeasuredUse.ByDay byDay
        ? new Readings(model, drivers, byDay).review(period)
        : new WaterReviewed(List.of(), Findings.none());
  }

  /** {@return the days on which the meter did not say what was used; they are no saving} */
  public Map<LocalDate, LeftOut.Reason> faults() {
    Map<LocalDate, LeftOut.Reason> days = new TreeMap<>();
    for (WaterEvent event : events) {
      if (event.kind().isMeterFault()) {
        event.days().dates().forEach(date -> days.put(date, LeftOut.Reason.METER_FAULT));
      }
    }
    return days;
  }

  /** {@return the same, and the days on which water was lost to leaks and bursts} */
  public Map<LocalDate, LeftOut.Reason> faultsAndLosses() {
    Map<LocalDate, LeftOut.Reason> days = faults();
    for (WaterEvent event : events) {
      event.days().dates().forEach(date -> days.putIfAbsent(date, LeftOut.Reason.LOST_WATER));
    }
    return days;
  }

  /**
   * What a person is told.
   *
   * @param part some days of the period
   * @return one finding for each event that touches them
   */
  public Findings findings(Period part) {
    FindingCollector findings = new FindingCollector();
    findings.addAll(ownLevel);
    findings.addAll(
        WaterEvent.findings(
            events.stream().filter(event -> event.days().overlap(part).isPresent()).toList()));
    return findings.findings();
  }

  /** The readings of a boundary, to be reviewed against a model. */
  private record Readings(FrozenBaseline model, DailyDrivers drivers, MeasuredUse.ByDay measured) {

    private static final LeakDetection DETECTION = LeakDetection.standard();

    WaterReviewed review(Period period) {
      WaterDays days = days(period);
      boolean own = days(model.period()).size() < FEWEST_DAYS;
      Period usual = own ? period : model.period();
      WaterLevel level = DETECTION.level(days(usual));
      WaterReview review =
          WaterReview.of(days, expected(days), level, leaks(days, level, period, usual), DETECTION);
      FindingCollector ownLevel = new FindingCollector();
      if (own) {
        ownLevel.add(
            WaterFinding.OWN_LEVEL,
            Place.NOWHERE.during(period.toString()),
            "baseline",
            model.period(),
            "period",
            period);
      }
      return new WaterReviewed(review.events(), ownLevel.findings());
    }

    private WaterDays days(Period period) {
      List<String> known =
          model.regressors().stream()
              .flatMap(regressor -> regressor.drivers().stream())
              .filter(name -> !name.equals(Regressor.TEMPERATURE))
              .filter(name -> !name.equals(DailyDrivers.WORKDAY))
              .distinct()
              .sorted()
              .toList();
      return WaterDays.of(measured.use(), drivers, known, period);
    }

    private List<WaterEvent> leaks(WaterDays days, WaterLevel level, Period period, Period usual) {
      Optional<WaterDays> usualNights = nights(usual);
      if (usualNights.isEmpty() || usualNights.get().size() < FEWEST_DAYS) {
        return DETECTION.leaks(days, level);
      }
      WaterLevel nightLevel = DETECTION.nightLevel(usualNights.get(), level);
      return DETECTION.leaks(days, level, nights(period).orElseThrow(), nightLevel);
    }

    private Optional<WaterDays> nights(Period period) {
      return measured.hours().map(use -> NightFlow.of(use, drivers.calendar(), period));
    }

    /** What the model expects of each day; NaN if a driver is unknown. */
    private double[] expected(WaterDays days) {
      double[] expected = new double[days.size()];
      for (int i = 0; i < expected.length; i++) {
        for (Coefficient b : model.coefficients()) {
          Optional<BigDecimal> value = b.regressor().on(drivers, days.dates().get(i));
          expected[i] +=
              b.value().doubleValue() * value.map(BigDecimal::doubleValue).orElse(Double.NaN);
        }
      }
      return expected;
    }
  }
}
