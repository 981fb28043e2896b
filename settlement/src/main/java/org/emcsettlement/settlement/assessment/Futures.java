package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.uncertainty.Draws;
import org.emcsettlement.baseline.uncertainty.YearError;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;

/**
 * Draws the contract years. In each draw
 *
 * <ul>
 *   <li>every contract year repeats the weather of a year of the history, each equally likely;
 *   <li>use without the measures is what the frozen baseline predicts for that weather, off by an
 *       error that lasts and one that is new every year ({@link YearError}); where the baseline is
 *       no model it is the use of the drawn year of the history;
 *   <li>every measure saves its own fraction of what the others leave, the same in every year of
 *       its life;
 *   <li>every price changes at its own yearly rate.
 * </ul>
 */
final class Futures {

  private static final int QUANTITY_DECIMALS = 3;
  private static final int PRICE_DECIMALS = 6;

  private final History history;
  private final AssessmentTerms terms;
  private final Draws draws;
  private final TypicalDays days;
  private final Occupancy occupancy;

  Futures(History history, AssessmentTerms terms) {
    this.history = history;
    this.terms = terms;
    this.draws = new Draws(terms.seed());
    this.days = new TypicalDays(history.frame(), terms.term(), history.years());
    this.occupancy = days.occupancy(history.evidence().occupancy());
  }

  /**
   * Reports what a baseline needs and no year of the history has. Which years are drawn makes no
   * difference: a day that one of them lacks is taken from another.
   */
  void reportUnknown(FindingCollector findings) {
    List<Period> latest =
        Collections.nCopies(terms.term().years(), history.years().get(history.years().size() - 1));
    Map<String, DailyTemperature> weather = weather(latest);
    List<LocalDate> dates = terms.term().period().dates().toList();
    for (FrozenBaseline frozen : history.baselines().values()) {
      for (Regressor regressor : frozen.regressors()) {
        if (regressor.over(drivers(frozen, weather), dates).isEmpty()) {
          findings.add(
              AssessmentFinding.DRIVER_UNKNOWN,
              Place.NOWHERE.during(terms.history().toString()),
              "commodity",
              frozen.commodity(),
              "drivers",
              String.join(", ", regressor.drivers()));
        }
      }
    }
  }

  private Map<String, DailyTemperature> weather(List<Period> ofYear) {
    Map<String, DailyTemperature> weather = new TreeMap<>();
    history
        .evidence()
        .weather()
        .forEach((station, known) -> weather.put(station, days.temperature(known, ofYear)));
    return weather;
  }

  /** The future of a draw. */
  Future draw(int draw) {
    List<Period> ofYear = new ArrayList<>();
    for (int number = 1; number <= terms.term().years(); number++) {
      int choice = draws.choice("weather/" + number, draw, history.years().size());
      ofYear.add(history.years().get(choice));
    }
    Map<String, DailyTemperature> weather = weather(ofYear);
    List<Map<Commodity, Future.Use>> uses = new ArrayList<>();
    ofYear.forEach(year -> uses.add(new EnumMap<>(Commodity.class)));
    for (Commodity commodity : history.commodities()) {
      List<Future.Use> course = course(commodity, draw, ofYear, weather);
      for (int i = 0; i < course.size(); i++) {
        uses.get(i).put(commodity, course.get(i));
      }
    }
    List<Future.Year> years = uses.stream().map(Future.Year::new).toList();
    return new Future(
        years, new FutureEvidence(history, terms.term()).of(years, weather, occupancy));
  }

  /** The contract years of one commodity. */
  private List<Future.Use> course(
      Commodity commodity, int draw, List<Period> ofYear, Map<String, DailyTemperature> weather) {
    String model = "model/" + commodity.id();
    BigDecimal lasting = draws.normal(model, draw);
    BigDecimal growth = BigDecimal.ONE.add(growth(commodity, draw));
    Map<String, BigDecimal> savings = new TreeMap<>();
    terms.measures(commodity).forEach(m -> savings.put(m.id(), saving(m, draw)));
    List<Future.Use> course = new ArrayList<>();
    BigDecimal price = history.price(commodity);
    for (int number = 1; number <= ofYear.size(); number++) {
      Prediction expected = predicted(commodity, number, ofYear.get(number - 1), weather);
      BigDecimal error =
          lasting
              .multiply(expected.error().lasting())
              .add(draws.normal(model + "/" + number, draw).multiply(expected.error().yearly()));
      BigDecimal without = quantity(expected.use().plus(Rational.of(error)).max(Rational.ZERO));
      BigDecimal left = BigDecimal.ONE;
      for (Measure measure : terms.measures(commodity)) {
        if (number <= measure.lifetimeYears()) {
          left =
              left.multiply(
                  BigDecimal.ONE.subtract(savings.getOrDefault(measure.id(), BigDecimal.ZERO)));
        }
      }
      BigDecimal with = without.multiply(left).setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
      BigDecimal inForce = price.multiply(growth.pow(number - 1));
      course.add(
          new Future.Use(
              quantity(expected.use()),
              without,
              with,
              inForce.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP)));
    }
    return course;
  }

  private BigDecimal growth(Commodity commodity, int draw) {
    Range rate = terms.escalation(commodity);
    return draws.triangular(
        "price/" + commodity.id(), draw, rate.low(), rate.likely(), rate.high());
  }

  private BigDecimal saving(Measure measure, int draw) {
    Range saving = measure.saving();
    return draws.triangular(
        "measure/" + measure.id(), draw, saving.low(), saving.likely(), saving.high());
  }

  private static BigDecimal quantity(Rational exact) {
    return exact.round(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
  }

  private DailyDrivers drivers(FrozenBaseline frozen, Map<String, DailyTemperature> weather) {
    return new DailyDrivers(
        frozen.station().flatMap(id -> Optional.ofNullable(weather.get(id))),
        occupancy,
        WorkCalendar.of(frozen.workCalendar()));
  }

  private record Prediction(Rational use, YearError error) {}

  private Prediction predicted(
      Commodity commodity, int number, Period ofYear, Map<String, DailyTemperature> weather) {
    FrozenBaseline frozen = history.baselines().get(commodity);
    if (frozen == null) {
      return new Prediction(history.use(commodity, ofYear), YearError.NONE);
    }
    DailyDrivers drivers = drivers(frozen, weather);
    List<LocalDate> dates = terms.term().year(number).dates().toList();
    List<Rational> sums =
        frozen.regressors().stream()
            .map(x -> Rational.of(x.over(drivers, dates).orElseThrow()))
            .toList();
    Rational use = frozen.predict(sums);
    YearError error =
        frozen
            .errors()
            .map(errors -> YearError.of(errors, sums, dates.size(), use))
            .orElse(YearError.NONE);
    return new Prediction(use, error);
  }
}
