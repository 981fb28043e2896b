package org.emcsettlement.settlement.assessment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Futures of a building that uses 300 kWh a day and 10 kWh more for every kelvin below 15 °C. */
class FittedFutureTest {

  private static final double[] COLDER = {0, 2, -2};

  @TempDir Path temp;
  private AssessmentFolder folder;
  private History history;

  private static double celsius(LocalDate date) {
    double yearly = 12 - 15 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 15) / 365.0);
    double wiggle = 4 * Math.sin(1.7 * date.toEpochDay());
    return yearly + wiggle - COLDER[date.getYear() - 2022];
  }

  private static double use(LocalDate date) {
    return 300 + 10 * Math.max(0, 15 - celsius(date));
  }

  @BeforeEach
  void write() {
    StringBuilder weather = new StringBuilder("date,celsius\n");
    StringBuilder meter = new StringBuilder("date,value_kwh\n");
    for (LocalDate day = LocalDate.of(2022, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
      double noise = 6 * Math.sin(2.9 * day.toEpochDay() * day.toEpochDay());
      weather.append(day).append(',').append(rounded(celsius(day), 2)).append('\n');
      meter.append(day).append(',').append(rounded(use(day) + noise, 1)).append('\n');
    }
    folder =
        new AssessedFolder(temp)
            .without("baselines")
            .with("/station", "\"site\"")
            .with("/draws", "30")
            .file("weather/site.csv", weather.toString())
            .file("meters/main.csv", meter.toString())
            .read()
            .orThrow();
    history = History.of(folder, StandardClauses.format(), new FindingCollector()).orElseThrow();
  }

  private static BigDecimal rounded(double value, int scale) {
    return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
  }

  private List<Future> futures() {
    Futures futures = new Futures(history, folder.terms());
    List<Future> drawn = new ArrayList<>();
    for (int draw = 0; draw < 30; draw++) {
      drawn.add(futures.draw(draw));
    }
    return drawn;
  }

  /** What a future expects is what the engine takes as adjusted baseline under its weather. */
  @Test
  void theEngineSeesTheSameBaseline() {
    CandidateForm form = folder.terms().forms().get(0);
    Contract contract =
        new FrameContract(folder.terms(), StandardClauses.format())
            .of(form, "/forms/0", new FindingCollector())
            .orElseThrow();
    Future future = futures().get(3);
    List<Statement> statements =
        new FormSimulation(contract, form, folder.terms(), StandardClauses.format())
            .statements(future)
            .orThrow();
    for (int i = 0; i < statements.size(); i++) {
      Future.Use use = requireNonNull(future.years().get(i).uses().get(Commodity.ELECTRICITY));
      Statement statement = statements.get(i);
      assertThat(quantity(statement, "use.adjusted/electricity"))
          .isEqualByComparingTo(use.expected());
      assertThat(quantity(statement, "use.actual/electricity")).isEqualByComparingTo(use.with());
    }
  }

  private static BigDecimal quantity(Statement statement, String line) {
    return statement
        .line(line)
        .orElseThrow()
        .quantity()
        .orElseThrow()
        .round(3, RoundingMode.HALF_UP);
  }

  /** Year 1 has 365 days, so its weather is that of 2022, 2023 or 2024, each known by the law. */
  @Test
  void everyYearRepeatsAYearOfTheHistory() {
    Map<String, Integer> expected = new TreeMap<>();
    for (Future future : futures()) {
      BigDecimal use =
          requireNonNull(future.years().get(0).uses().get(Commodity.ELECTRICITY)).expected();
      expected.merge(use.toPlainString(), 1, Integer::sum);
    }
    assertThat(expected).hasSize(3);
    List<Double> ofLaw = new ArrayList<>();
    for (int year = 2022; year < 2025; year++) {
      double sum = 0;
      for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
        sum += day.getMonthValue() == 2 && day.getDayOfMonth() == 29 ? 0 : use(day);
      }
      ofLaw.add(sum);
    }
    List<Double> found = expected.keySet().stream().map(Double::valueOf).sorted().toList();
    ofLaw.sort(Double::compare);
    for (int i = 0; i < 3; i++) {
      assertThat(found.get(i)).isEqualTo(ofLaw.get(i), within(0.003 * ofLaw.get(i)));
    }
  }

  /**
   * The error of the baseline moves use as far as buildings change from year to year, about 5 %.
   */
  @Test
  void useIsOffByTheErrorOfTheBaseline() {
    double squares = 0;
    int count = 0;
    for (Future future : futures()) {
      for (Future.Year year : future.years()) {
        Future.Use use = requireNonNull(year.uses().get(Commodity.ELECTRICITY));
        double off = use.without().doubleValue() / use.expected().doubleValue() - 1;
        squares += off * off;
        count++;
      }
    }
    // four standard errors of a deviation from 90 draws
    assertThat(Math.sqrt(squares / count)).isEqualTo(0.05, within(4 * 0.05 / Math.sqrt(2.0 * 90)));
  }
}
