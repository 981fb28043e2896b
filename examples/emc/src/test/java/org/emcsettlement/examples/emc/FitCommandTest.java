package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting from files: a truth that is known without noise comes back. */
class FitCommandTest {

  @TempDir Path temp;
  private Path meter = Path.of("");
  private Path temperature = Path.of("");
  private Path occupancy = Path.of("");

  /** Use = 1000 + 30·max(0, 15 − T) + 50·max(0, T − 24) + 2·headcount kWh a day. */
  @BeforeEach
  void aYear() throws IOException {
    StringBuilder use = new StringBuilder("start,value_kWh\n");
    StringBuilder weather = new StringBuilder("time,celsius\n");
    StringBuilder people = new StringBuilder("start,end,headcount\n");
    LocalDate first = LocalDate.of(2024, 1, 1);
    for (int day = 0; day < 366; day++) {
      LocalDate date = first.plusDays(day);
      double degrees =
          Math.round((14 - 17 * Math.cos(2 * Math.PI * day / 366) + 3 * Math.sin(day * 1.7)) * 10)
              / 10.0;
      int headcount = 100 + (day * 7) % 40;
      double truth =
          1000 + 30 * Math.max(0, 15 - degrees) + 50 * Math.max(0, degrees - 24) + 2 * headcount;
      use.append(String.format(Locale.ROOT, "%s,%.3f%n", date, truth));
      weather.append(String.format(Locale.ROOT, "%s,%.1f%n", date, degrees));
      people
          .append(date)
          .append(',')
          .append(date.plusDays(1))
          .append(',')
          .append(headcount)
          .append('\n');
    }
    meter = Files.writeString(temp.resolve("meter.csv"), use);
    temperature = Files.writeString(temp.resolve("temperature.csv"), weather);
    occupancy = Files.writeString(temp.resolve("occupancy.csv"), people);
  }

  private static JsonNode json(Run run) {
    return Json.tree(run.out().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aKnownTruthComesBackAsJson() {
    Run run =
        Run.emc(
            "fit",
            "--meter",
            meter,
            "--temperature",
            temperature,
            "--occupancy",
            occupancy,
            "--json");
    assertThat(run.code()).as(run.all()).isZero();
    JsonNode fit = json(run);
    assertThat(fit.path("form").asText()).isEqualTo("5P");
    assertThat(fit.path("changePointsCelsius").path("heating").asDouble())
        .isCloseTo(15, within(1e-6));
    assertThat(fit.path("changePointsCelsius").path("cooling").asDouble())
        .isCloseTo(24, within(1e-6));
    assertThat(value(fit, "DAYS")).isCloseTo(1000, within(1e-3));
    assertThat(value(fit, "DEGREES_BELOW(15.00)")).isCloseTo(30, within(1e-3));
    assertThat(value(fit, "DEGREES_ABOVE(24.00)")).isCloseTo(50, within(1e-3));
    assertThat(value(fit, "HEADCOUNT_DAYS")).isCloseTo(2, within(1e-4));
    JsonNode statistics = fit.path("statistics");
    for (String name :
        new String[] {
          "n", "r2", "adjustedR2", "cvRmse", "nmbe", "lag1Autocorrelation", "sumOfSquaredErrors"
        }) {
      assertThat(statistics.path(name).isNumber()).as(name).isTrue();
    }
    assertThat(statistics.path("n").asInt()).isEqualTo(366);
    assertThat(fit.path("rejected")).isNotEmpty();
    assertThat(fit.path("findings").isArray()).isTrue();
  }

  private static double value(JsonNode fit, String name) {
    for (JsonNode coefficient : fit.path("coefficients")) {
      if (coefficient.path("name").asText().equals(name)) {
        return coefficient.path("value").asDouble();
      }
    }
    throw new AssertionError(name + " is not among " + fit.path("coefficients"));
  }

  /** Without any scatter t has no bound: it is left out, not zero. */
  @Test
  void aCoefficientWithoutErrorHasNoT() throws IOException {
    StringBuilder use = new StringBuilder("start,value_kWh\n");
    for (int day = 0; day < 366; day++) {
      use.append(LocalDate.of(2024, 1, 1).plusDays(day)).append(",1024\n");
    }
    Path constant = Files.writeString(temp.resolve("constant.csv"), use);
    Run run = Run.emc("fit", "--meter", constant, "--json");
    JsonNode coefficient = json(run).path("coefficients").path(0);
    assertThat(coefficient.path("standardError").asDouble(-1)).isZero();
    assertThat(coefficient.path("t").isNull()).as(coefficient.toString()).isTrue();
    assertThat(coefficient.path("p").isNull()).isTrue();
    assertThat(Run.emc("fit", "--meter", constant).out())
        .containsPattern("DAYS +1024\\.00 +0\\.000 +– +–");
  }

  @Test
  void anUnknownMethodIsSaidInBothLanguages() {
    Run run = Run.emc("fit", "--meter", meter, "--temperature", temperature, "--method", "6P");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("--method: ").contains("6P").contains("方法不存在或不适用");
  }

  @Test
  void monthlyFitsUseDailyDegreeDays() {
    Run run =
        Run.emc(
            "fit",
            "--meter",
            meter,
            "--temperature",
            temperature,
            "--resolution",
            "monthly",
            "--json");
    assertThat(json(run).path("statistics").path("n").asInt()).isEqualTo(12);
    assertThat(json(run).path("form").asText()).isIn("HDD", "CDD", "HDD_CDD");
  }

  @Test
  void theBaselinePeriodIsHalfOpen() {
    Run run =
        Run.emc(
            "fit",
            "--meter",
            meter,
            "--temperature",
            temperature,
            "--baseline",
            "2024-01-01/2024-12-31",
            "--json");
    assertThat(json(run).path("statistics").path("n").asInt()).isEqualTo(365);
  }

  @Test
  void outputsAreWrittenTogether() {
    Path out = temp.resolve("out");
    Run.emc("fit", "--meter", meter, "--temperature", temperature, "--out", out);
    assertThat(out.resolve("fit.json")).exists();
    assertThat(out.resolve("baseline.json")).exists();
  }

  @Test
  void whatCannotBeFittedIsInvalid() throws IOException {
    Path empty = Files.writeString(temp.resolve("empty.csv"), "");
    Run run = Run.emc("fit", "--meter", empty, "--temperature", temperature);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.all()).contains("empty.csv");
    assertThat(Run.emc("fit", "--meter", meter, "--method", "3PH").code())
        .isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("fit", "--meter", meter, "--timezone", "Mars/Base").code())
        .isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("fit", "--meter", temp.resolve("none.csv")).code())
        .isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("fit", "--meter", meter, "--drivers", "MOON").err()).contains("\"MOON\"");
  }

  @Test
  void aFolderIsFittedFrozenAndVerifiedAgain() throws IOException {
    Path folder = temp.resolve("folder");
    Run.emc("init", folder);
    Path contract = folder.resolve("contract.json");
    String text = Files.readString(contract);
    int start = text.indexOf("\"baselines\"");
    int end = text.indexOf("],", start);
    Files.writeString(
        contract,
        text.substring(0, start)
            + """
            "baselines": [{"id": "electricity", "commodity": "electricity", "source": "FITTED",
              "period": "2024-01-01/2025-01-01", "station": "city"}
            """
            + text.substring(end).replace("SERVICE_PROVIDER", "INSTITUTION"));
    Files.createDirectories(folder.resolve("weather"));
    Files.writeString(
        folder.resolve("weather/city.csv"),
        Files.readString(temperature)
            + Files.readString(temperature)
                .replace("time,celsius\n", "")
                .lines()
                .filter(line -> !line.startsWith("2024-02-29"))
                .map(line -> line.replace("2024-", "2025-") + "\n")
                .reduce("", String::concat));
    StringBuilder days = new StringBuilder(Files.readString(meter));
    Files.readString(meter)
        .lines()
        .skip(1)
        .filter(line -> !line.startsWith("2024-02-29"))
        .forEach(line -> days.append(line.replace("2024-", "2025-")).append('\n'));
    Files.writeString(folder.resolve("meters/main.csv"), days);

    Path out = temp.resolve("settled");
    Run provisional = Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
    assertThat(provisional.code()).as(provisional.all()).isZero();
    assertThat(provisional.out()).contains("baseline.provisional");
    assertThat(out.resolve("baselines/electricity.json")).exists();

    Run frozen = Run.emc("fit", folder, "--freeze");
    assertThat(frozen.err()).as(frozen.all()).contains("baselines/electricity.json  \"digest\"");
    assertThat(folder.resolve("baselines/electricity.json"))
        .hasSameTextualContentAs(out.resolve("baselines/electricity.json"));

    Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
    Run verified = Run.emc("verify", folder, out.resolve("statement.json"), "--refit");
    assertThat(verified.code()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("refit agrees");

    // an agreed baseline may be fitted again when its file is lost, but only to the agreed digest
    String agreed = frozen.err().replaceAll("(?s).*\"digest\": \"([0-9a-f]{64})\".*", "$1");
    Files.delete(folder.resolve("baselines/electricity.json"));
    String terms = Files.readString(contract);
    String station = "\"station\": \"city\"";
    Files.writeString(
        contract, terms.replace(station, station + ", \"digest\": \"" + agreed + "\""));
    Run again = Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
    assertThat(again.code()).as(again.all()).isZero();
    assertThat(again.out()).doesNotContain("baseline.provisional");
    Files.writeString(
        contract, terms.replace(station, station + ", \"digest\": \"" + "0".repeat(64) + "\""));
    Run refused = Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
    assertThat(refused.code()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("baseline.digest-differs").contains(agreed);
  }

  /** The fee base of a year needs every month of the baseline. */
  @Test
  void aBaselineOfHalfAYearCannotBaseAYearsFee() throws IOException {
    Path folder = temp.resolve("half");
    Run.emc("init", folder);
    Path contract = folder.resolve("contract.json");
    String text = Files.readString(contract);
    int start = text.indexOf("\"baselines\"");
    int end = text.indexOf("],", start);
    Files.writeString(
        contract,
        text.substring(0, start)
            + """
            "baselines": [{"id": "electricity", "commodity": "electricity", "source": "FITTED",
              "period": "2025-01-01/2025-07-01"}
            """
            + text.substring(end));
    Run run = Run.emc("settle", folder, "--period", "2025-Q1", "--out", temp.resolve("none"));
    assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("baseline.month-missing").contains("[7, 8, 9, 10, 11, 12]");
  }
}
