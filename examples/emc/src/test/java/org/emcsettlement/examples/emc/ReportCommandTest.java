package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code emc report}: the indicators of the Tianjin office, added up here once more. */
class ReportCommandTest {

  private static final Path OFFICE =
      Path.of(System.getProperty("emc.project.root", "../.."))
          .resolve("examples/evidence/tianjin-office");

  @TempDir Path temp;

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(OFFICE.resolve(file)).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].startsWith("2025-"))
        .toList();
  }

  private static BigDecimal sum(String file, int column) throws IOException {
    return rows(file).stream()
        .map(cells -> new BigDecimal(cells[column]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal personDays() throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    for (String[] cells : rows("occupancy.csv")) {
      long days = ChronoUnit.DAYS.between(LocalDate.parse(cells[0]), LocalDate.parse(cells[1]));
      sum = sum.add(new BigDecimal(cells[2]).multiply(BigDecimal.valueOf(days)));
    }
    return sum;
  }

  private static String rounded(JsonNode report, String indicator) {
    for (JsonNode value : report.path("indicators")) {
      if (value.path("indicator").asText().equals(indicator)) {
        return value.path("rounded").asText();
      }
    }
    throw new AssertionError("no " + indicator + " in " + report.path("indicators"));
  }

  private static String shown(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  @Test
  void indicatorsAreThoseOfTheReadings() throws IOException {
    Path out = temp.resolve("out");
    Run run = Run.emc("report", OFFICE, "--year", "2025", "--out", out);
    assertThat(run.code()).as(run.all()).isZero();
    JsonNode report = Json.tree(Files.readAllBytes(out.resolve("report.json")));
    BigDecimal electricity = sum("meters/electricity.csv", 1);
    BigDecimal heat = sum("meters/heat.csv", 2);
    BigDecimal water = sum("meters/water.csv", 2);
    BigDecimal coal =
        electricity.multiply(new BigDecimal("0.1229")).add(heat.multiply(new BigDecimal("34.12")));
    BigDecimal carbon =
        electricity.multiply(new BigDecimal("0.7041")).add(heat.multiply(new BigDecimal("110")));
    BigDecimal days = BigDecimal.valueOf(365);
    assertThat(rounded(report, "ENERGY_TOTAL")).isEqualTo(shown(coal));
    assertThat(rounded(report, "CARBON_TOTAL")).isEqualTo(shown(carbon));
    assertThat(rounded(report, "ENERGY_PER_AREA"))
        .isEqualTo(coal.divide(new BigDecimal("24300"), 2, RoundingMode.HALF_UP).toPlainString());
    assertThat(rounded(report, "ENERGY_PER_PERSON"))
        .isEqualTo(
            coal.multiply(days).divide(personDays(), 2, RoundingMode.HALF_UP).toPlainString());
    assertThat(rounded(report, "WATER_PER_PERSON"))
        .isEqualTo(
            water.multiply(days).divide(personDays(), 2, RoundingMode.HALF_UP).toPlainString());
    assertThat(Files.readString(out.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("人均综合能耗");
    assertThat(run.out()).contains("kgce/person");
  }

  @Test
  void aFolderWithoutItsStandingIsRefused() {
    Path folder = temp.resolve("new");
    Run.emc("init", folder, "--preset", "hosting-all-in/1");
    Run run = Run.emc("report", folder, "--year", "2025", "--out", temp.resolve("none"));
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("indicators.json");
    assertThat(temp.resolve("none")).doesNotExist();
  }
}
