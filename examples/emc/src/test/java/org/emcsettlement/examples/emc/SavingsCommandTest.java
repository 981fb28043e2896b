package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A building that uses 1000 kWh a day and 30 more for each kelvin below 15 °C in 2024, and 900 and
 * 20 in 2025. Its savings are 100 a day and 10 per kelvin day, whatever the weather.
 */
class SavingsCommandTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 366 + 365;

  @TempDir Path temp;
  private Path meter = Path.of("");
  private Path temperature = Path.of("");
  private Path normal = Path.of("");

  @BeforeEach
  void twoYears() throws IOException {
    StringBuilder use = new StringBuilder("start,value_kWh\n");
    StringBuilder weather = new StringBuilder("time,celsius\n");
    StringBuilder typical = new StringBuilder("time,celsius\n");
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = START.plusDays(day);
      use.append(date).append(',').append(truth(date)).append('\n');
      weather.append(String.format(Locale.ROOT, "%s,%.1f%n", date, celsius(date)));
    }
    LocalDate first = LocalDate.of(2010, 1, 1);
    for (int day = 0; day < 365; day++) {
      LocalDate date = first.plusDays(day);
      typical.append(date).append(date.getMonthValue() == 1 ? ",5\n" : ",20\n");
    }
    meter = Files.writeString(temp.resolve("meter.csv"), use);
    temperature = Files.writeString(temp.resolve("temperature.csv"), weather);
    normal = Files.writeString(temp.resolve("typical.csv"), typical);
  }

  /** A season with the half degrees of a short cycle. */
  private static double celsius(LocalDate date) {
    long day = date.toEpochDay() - START.toEpochDay();
    return Math.round(2 * (12 - 14 * Math.cos(2 * Math.PI * day / 365.25) + (day * 7) % 5)) / 2.0;
  }

  private static double below(LocalDate date) {
    return Math.max(0, 15 - celsius(date));
  }

  private static double truth(LocalDate date) {
    return date.getYear() == 2024 ? 1000 + 30 * below(date) : 900 + 20 * below(date);
  }

  private static double sum(int year, ToDoubleFunction<LocalDate> value) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first.datesUntil(first.plusYears(1)).mapToDouble(value).sum();
  }

  private Run savings(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "savings",
                "--meter",
                meter,
                "--temperature",
                temperature,
                "--method",
                "3PH",
                "--baseline",
                "2024-01-01/2025-01-01",
                "--reporting",
                "2025-01-01/2026-01-01"));
    for (int i = 0; i < more.length; i++) {
      int given = arguments.indexOf(more[i]);
      if (given >= 0) {
        arguments.set(given + 1, more[++i]);
      } else {
        arguments.add(more[i]);
      }
    }
    return Run.emc(arguments.toArray());
  }

  private static JsonNode json(Run run) {
    assertThat(run.code()).as(run.all()).isLessThan(ExitCode.INVALID);
    return Json.tree(run.out().getBytes(StandardCharsets.UTF_8));
  }

  private static double number(JsonNode node, String name) {
    return Double.parseDouble(node.path(name).asText());
  }

  @Test
  void avoidedUseOfAKnownBuilding() {
    JsonNode report = json(savings("--json"));
    assertThat(report.path("savings")).hasSize(1);
    JsonNode avoided = report.path("savings").path(0);
    assertThat(avoided.path("quantity").asText()).isEqualTo("avoided");
    assertThat(avoided.path("unit").asText()).isEqualTo("kWh");
    assertThat(number(avoided, "reportingUse"))
        .isCloseTo(sum(2025, SavingsCommandTest::truth), within(1e-6));
    assertThat(number(avoided, "savings"))
        .isCloseTo(36_500 + 10 * sum(2025, SavingsCommandTest::below), within(1e-2));
    assertThat(avoided.path("days").asInt()).isEqualTo(365);
    assertThat(avoided.path("intervals")).hasSize(4);
    assertThat(avoided.path("intervals").path(0).path("method").asText()).isEqualTo("regression");
    assertThat(report.path("models").path("baseline").path("form").asText()).isEqualTo("3PH");
    assertThat(report.path("models").has("reporting")).isFalse();
  }

  /** Backcast: 366 days of 2024. Normal year: 100·365 + 10·31·10 = 39,600. */
  @Test
  void allQuantitiesOfANormalYear() {
    JsonNode report = json(savings("--quantity", "all", "--normal-temperature", normal, "--json"));
    assertThat(report.path("savings")).hasSize(3);
    JsonNode backcast = report.path("savings").path(1);
    assertThat(backcast.path("quantity").asText()).isEqualTo("backcast");
    assertThat(number(backcast, "savings"))
        .isCloseTo(36_600 + 10 * sum(2024, SavingsCommandTest::below), within(1e-2));
    JsonNode normalised = report.path("savings").path(2);
    assertThat(normalised.path("quantity").asText()).isEqualTo("normalised");
    assertThat(normalised.path("period").asText()).isEqualTo("2010-01-01/2011-01-01");
    assertThat(number(normalised, "savings")).isCloseTo(39_600, within(1e-2));
    assertThat(number(normalised, "baselineUse")).isCloseTo(365_000 + 9_300, within(1e-2));
  }

  /** The mean of the degree days of both years; 29 February is no day of a normal year. */
  @Test
  void aNormalYearFromTheHistory() {
    JsonNode normalised =
        json(savings(
                "--quantity", "normalised", "--normal-years", "2024-01-01/2026-01-01", "--json"))
            .path("savings")
            .path(0);
    double degreeDays =
        (sum(2024, SavingsCommandTest::below)
                - below(LocalDate.of(2024, 2, 29))
                + sum(2025, SavingsCommandTest::below))
            / 2;
    assertThat(number(normalised, "savings")).isCloseTo(36_500 + 10 * degreeDays, within(1e-2));
  }

  private void without(Path file, String... dates) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (String date : dates) {
      assertThat(lines.removeIf(line -> line.startsWith(date))).as(date).isTrue();
    }
    Files.write(file, lines);
  }

  @Test
  void whatIsMissingOnEitherSideIsLeftOutOfBoth() throws IOException {
    without(meter, "2025-02-03", "2025-07-08");
    without(temperature, "2025-12-24");
    JsonNode avoided = json(savings("--json")).path("savings").path(0);
    double missing =
        List.of("2025-02-03", "2025-07-08", "2025-12-24").stream()
            .mapToDouble(date -> 100 + 10 * below(LocalDate.parse(date)))
            .sum();
    assertThat(number(avoided, "savings"))
        .isCloseTo(36_500 + 10 * sum(2025, SavingsCommandTest::below) - missing, within(1e-2));
    assertThat(avoided.path("days").asInt()).isEqualTo(362);
    assertThat(avoided.path("leftOut")).hasSize(2);
    assertThat(avoided.path("leftOut").path(0).path("reason").asText()).isEqualTo("no-use");
    assertThat(avoided.path("leftOut").path(0).path("days").asInt()).isEqualTo(2);
    assertThat(avoided.path("leftOut").path(1).path("reason").asText()).isEqualTo("no-driver");
    Run text = savings();
    assertThat(text.out())
        .contains("避免用量 avoided use")
        .contains("节约量 savings")
        .contains("未计入 left out")
        .contains("quantity.days-left-out")
        .contains("quantity.regression-error-only")
        .contains("区间只反映回归误差");
  }

  @Test
  void billsGiveSavingsToo() throws IOException {
    StringBuilder bills = new StringBuilder("start,end,value_kWh\n");
    for (LocalDate month = START; month.getYear() < 2026; month = month.plusMonths(1)) {
      LocalDate end = month.plusMonths(1);
      bills.append(month).append(',').append(end).append(',');
      bills.append(month.datesUntil(end).mapToDouble(SavingsCommandTest::truth).sum());
      bills.append('\n');
    }
    Path billed = Files.writeString(temp.resolve("bills.csv"), bills);
    JsonNode avoided =
        json(savings("--meter", billed, "--method", "HDD", "--json")).path("savings").path(0);
    assertThat(number(avoided, "savings"))
        .isCloseTo(36_500 + 10 * sum(2025, SavingsCommandTest::below), within(1e-1));
    assertThat(avoided.path("days").asInt()).isEqualTo(365);
  }

  @Test
  void moreConfidenceIsAWiderInterval() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(meter));
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      double scattered = Double.parseDouble(cells[1]) + (i * 37) % 101 - 50;
      lines.set(i, cells[0] + "," + scattered);
    }
    Files.write(meter, lines);
    double narrow = halfWidth("0.80");
    double wide = halfWidth("0.95");
    assertThat(narrow).isPositive();
    // the quantiles of Student's t with 363 degrees of freedom: 1.96652 and 1.28389
    assertThat(wide / narrow).isCloseTo(1.96652 / 1.28389, within(1e-5));
  }

  private double halfWidth(String confidence) {
    JsonNode avoided = json(savings("--confidence", confidence, "--json")).path("savings").path(0);
    return number(avoided.path("intervals").path(0), "halfWidth");
  }

  @Test
  void reportAndModelsAreWrittenTogether() {
    Path out = temp.resolve("out");
    Run run = savings("--quantity", "all", "--out", out);
    assertThat(run.code()).as(run.all()).isLessThan(ExitCode.INVALID);
    assertThat(out.resolve("savings.json")).exists();
    assertThat(out.resolve("baseline.json")).exists();
    assertThat(out.resolve("reporting.json")).exists();
    // without a normal year all are the two that need none
    assertThat(run.out()).contains("回溯节约量 backcast savings").doesNotContain("normalised savings");
  }

  @Test
  void whatCannotBeComputedIsInvalid() throws IOException {
    assertThat(savings("--quantity", "normalised").err())
        .contains("--normal-temperature")
        .contains("标准年");
    assertThat(savings("--quantity", "chained").err()).contains("\"chained\"").contains("应为");
    assertThat(savings("--confidence", "90").err()).contains("--confidence: 90");
    assertThat(savings("--reporting", "2025").err()).contains("--reporting: \"2025\"");
    Run noBaseline = Run.emc("savings", "--meter", meter, "--reporting", "2025-01-01/2026-01-01");
    assertThat(noBaseline.code()).isEqualTo(ExitCode.INVALID);
    assertThat(noBaseline.err()).contains("--baseline").contains("基期");
    Run never = savings("--reporting", "2031-01-01/2032-01-01", "--out", temp.resolve("never"));
    assertThat(never.code()).isEqualTo(ExitCode.INVALID);
    assertThat(never.out()).contains("quantity.nothing-counted");
    assertThat(temp.resolve("never")).doesNotExist();
    Run mean = savings("--resolution", "monthly", "--method", "mean-temperature-3PH");
    assertThat(mean.code()).isEqualTo(ExitCode.INVALID);
    assertThat(mean.err()).contains("mean-temperature");
    Run covariates =
        savings(
            "--quantity",
            "normalised",
            "--normal-temperature",
            normal,
            "--normal-covariates",
            "somewhere");
    assertThat(covariates.err()).contains("\"somewhere\"").contains("应为 baseline");
  }
}
