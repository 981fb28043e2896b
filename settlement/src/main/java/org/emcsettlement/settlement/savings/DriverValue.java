package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.contract.Boundary;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Event;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The value of a driver over a period, for adjustments by ratio: degree days are summed, counts are
 * averaged by day, static factors hold from the date of their event.
 *
 * <p>Names: {@code HDD(18)} and {@code CDD(26)} with their base in °C, {@code HEADCOUNT}, {@code
 * VISITORS}, {@code OPERATING_HOURS}, own variables, and {@code FLOOR_AREA}.
 */
public final class DriverValue {

  private static final Pattern DEGREE_DAYS = Pattern.compile("(HDD|CDD)\\((-?\\d+(?:\\.\\d+)?)\\)");

  private final ResolvedContract resolved;
  private final String driver;
  private final Optional<String> station;

  /**
   * A driver of a contract.
   *
   * @param resolved the contract with its evidence
   * @param driver the driver's name
   * @param station the weather station, for degree days
   */
  public DriverValue(ResolvedContract resolved, String driver, Optional<String> station) {
    this.resolved = resolved;
    this.driver = driver;
    this.station = station.or(() -> resolved.evidence().weather().keySet().stream().findFirst());
  }

  /**
   * What a driver is called.
   *
   * @param driver its name
   * @return its words; the name itself for an own variable
   */
  public static Bilingual label(String driver) {
    Matcher degreeDays = DEGREE_DAYS.matcher(driver);
    if (degreeDays.matches()) {
      String base = "(" + degreeDays.group(2) + " °C)";
      return degreeDays.group(1).equals("HDD")
          ? new Bilingual("采暖度日数" + base, "heating degree days " + base)
          : new Bilingual("制冷度日数" + base, "cooling degree days " + base);
    }
    return switch (driver) {
      case Occupancy.HEADCOUNT -> new Bilingual("用能人数", "headcount");
      case Occupancy.VISITORS -> new Bilingual("来访人数", "visitors");
      case Occupancy.OPERATING_HOURS -> new Bilingual("运行时间", "operating hours");
      case Boundary.FLOOR_AREA -> new Bilingual("建筑面积", "floor area");
      case "PRICE" -> new Bilingual("单价", "price");
      default -> new Bilingual(driver, driver);
    };
  }

  /**
   * Whether a driver is summed over a period instead of averaged.
   *
   * @param driver its name
   * @return true for degree days
   */
  public static boolean isSummed(String driver) {
    return DEGREE_DAYS.matcher(driver).matches();
  }

  /**
   * Whether a driver is a static factor with dated values.
   *
   * @param driver its name
   * @return true for floor area
   */
  public static boolean isStatic(String driver) {
    return driver.equals(Boundary.FLOOR_AREA);
  }

  /**
   * What is missing to know the driver.
   *
   * @param period the period
   * @return a finding if it is unknown on a day
   */
  public Findings missing(Period period) {
    boolean known =
        isStatic(driver)
            ? staticValue(period.start()).isPresent()
            : regressor().over(drivers(), period.dates().toList()).isPresent();
    return known
        ? Findings.none()
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.DRIVER_MISSING,
                    Place.file(source()).during(period.toString()),
                    "driver",
                    driver,
                    "period",
                    period)));
  }

  /**
   * The value over a period.
   *
   * @param calculator records it
   * @param period the period; for a static factor, days of one value
   * @return the sum of degree days [K·d], the daily mean of a count, or the static value
   */
  public Figure over(Calculator calculator, Period period) {
    if (isStatic(driver)) {
      return staticFigure(calculator, period.start());
    }
    Regressor regressor = regressor();
    List<LocalDate> days = new ArrayList<>(period.dates().toList());
    BigDecimal sum =
        regressor
            .over(drivers(), days)
            .orElseThrow(() -> new IllegalStateException(driver + " is not known in " + period));
    Figure total =
        calculator.fact(regressor.toString(), sum, regressor.unit(), source() + "#" + period);
    return isSummed(driver)
        ? total
        : calculator.over("driver-mean", "", total, calculator.days("days", period));
  }

  private Figure staticFigure(Calculator calculator, LocalDate date) {
    Optional<Event> event = staticEvent(date);
    return event.isPresent()
        ? calculator.fact(
            driver, event.get().value().orElseThrow(), "m2", "events.json#" + event.get().id())
        : calculator.parameter(
            driver, resolved.contract().boundary().floorArea().orElseThrow(), "m2");
  }

  private Optional<BigDecimal> staticValue(LocalDate date) {
    return staticEvent(date)
        .flatMap(Event::value)
        .or(() -> resolved.contract().boundary().floorArea());
  }

  /** The latest event that gives the factor its value on a date. */
  private Optional<Event> staticEvent(LocalDate date) {
    return resolved.evidence().events().events().stream()
        .filter(event -> event.kind() == Event.Kind.SCOPE)
        .filter(event -> event.driver().equals(Optional.of(driver)))
        .filter(event -> event.in(Period.of(date, date.plusDays(1))).isPresent())
        .max(Comparator.comparing(Event::start));
  }

  private DailyDrivers drivers() {
    return resolved.drivers(station);
  }

  private Regressor regressor() {
    Matcher degreeDays = DEGREE_DAYS.matcher(driver);
    if (!degreeDays.matches()) {
      return Regressor.ofDriver(driver);
    }
    BigDecimal base = new BigDecimal(degreeDays.group(2));
    return degreeDays.group(1).equals("HDD") ? new DegreesBelow(base) : new DegreesAbove(base);
  }

  private String source() {
    if (isStatic(driver)) {
      return "contract.json";
    }
    return isSummed(driver) ? "weather/" + station.orElse("") + ".csv" : "occupancy.csv";
  }
}
