package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentFindingTest {

  @TempDir Path temp;
  private AssessedFolder folder;

  @BeforeEach
  void write() {
    folder = new AssessedFolder(temp);
  }

  /** What reading or assessing finds. */
  private Iterable<Finding> found() {
    Checked<AssessmentFolder> read = folder.read();
    return read.value().isEmpty()
        ? read.findings()
        : AssessmentCalculation.of(read.value().get(), StandardClauses.format()).findings();
  }

  private Finding only(String code) {
    return StreamSupport.stream(found().spliterator(), false)
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + code + " in " + found()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/clauses | [] | json.unknown-key | /clauses",
        "/history | \"2022-01-01/2022-06-01\" | json.invalid-value | /history",
        "/history | \"2024-01-01/2026-01-01\" | json.invalid-value | /history",
        "/term/years | 31 | json.invalid-value | /term/years",
        "/draws | 0 | json.invalid-value | /draws",
        "/measures/0/lifetimeYears | 0 | json.invalid-value | /measures/0/lifetimeYears",
        "/measures/0/saving/low | \"0.2\" | json.invalid-value | /measures/0/saving",
        "/measures/0/saving/high | \"1.2\" | json.invalid-value | /measures/0/saving/high",
        "/institution | {} | json.missing-key | /institution",
        "/measures/0/commodity | \"heat\" | assessment.commodity-unknown | /measures/0/commodity",
        "/prices | [] | assessment.price-missing | /prices",
      })
  void whatIsWrongIsFoundWhereItWasWritten(
      String pointer, String value, String code, String place) {
    folder.with(pointer, value);
    assertThat(folder.read().value()).isEmpty();
    Finding finding = only(code);
    assertThat(finding.place().file()).contains("assessment.json");
    assertThat(finding.place().pointer()).contains(place);
    assertThat(finding.zh()).isNotBlank();
    assertThat(finding.en()).isNotBlank();
  }

  @Test
  void twoMeasuresOfOneIdAreRefused() {
    String measure =
        "{\"id\": \"a\", \"name\": \"A\", \"commodity\": \"electricity\", \"saving\": {\"low\": \"0\","
            + " \"likely\": \"0\", \"high\": \"0\"}, \"investment\": \"0\", \"operatingCost\": \"0\","
            + " \"lifetimeYears\": 1, \"source\": \"x\"}";
    folder.with("/measures", "[" + measure + "," + measure + "]");
    assertThat(only("json.invalid-value").place().pointer()).contains("/measures");
  }

  /** A form that cannot be read does not stop the others; its fault is named where it stands. */
  @Test
  void aFormThatCannotBeSettledIsNamed() {
    folder.with(
        "/forms/0", "{\"id\": \"hosting\", \"preset\": \"hosting-all-in/1\", \"parameters\": {}}");
    Finding refused = only("assessment.form-refused");
    assertThat(refused.place().pointer()).contains("/forms/0/parameters");
    assertThat(refused.en()).contains("hosting", "basis");
  }

  @Test
  void oneYearSaysNothingAboutOthers() {
    folder.with("/history", "\"2024-01-01/2025-01-01\"");
    assertThat(only("assessment.one-year").en()).contains("too narrow");
  }

  @Test
  void aYearWithAFewDaysMissingIsCompletedAndAnEmptyOneLeftOut() {
    StringBuilder rows = new StringBuilder("date,value_kwh\n");
    for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
      if (day.getYear() == 2024 && day.getDayOfYear() > 10) {
        rows.append(day).append(",300\n");
      } else if (day.getYear() == 2023 && day.getDayOfYear() > 40) {
        rows.append(day).append(",300\n");
      }
    }
    folder.file("meters/main.csv", rows.toString()).with("/history", "\"2023-01-01/2025-01-01\"");
    Finding completed = only("assessment.year-completed");
    assertThat(completed.arguments()).containsEntry("count", "10");
    assertThat(only("assessment.year-left-out").arguments()).containsEntry("count", "40");
    assertThat(folder.assess().commodities().get(0).years())
        .singleElement()
        .satisfies(year -> assertThat(year.use().toString()).isEqualTo("109800"));
  }

  @Test
  void aHistoryWithoutAYearIsRefused() {
    folder.file("meters/main.csv", "start,end,value_kwh\n2024-01-01,2024-04-01,30000\n");
    Checked<Assessment> assessed =
        AssessmentCalculation.of(folder.read().orThrow(), StandardClauses.format());
    assertThat(assessed.value()).isEmpty();
    assertThat(assessed.findings().stream().map(Finding::code)).contains("assessment.no-year");
  }

  /** A model that needs the headcount of days on which nobody counted cannot be simulated. */
  @Test
  void aDriverThatTheHistoryLacksIsRefused() {
    StringBuilder meter = new StringBuilder("date,value_kwh\n");
    StringBuilder people = new StringBuilder("start,end,headcount\n");
    for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
      int persons = 300 + day.getMonthValue() * 7 % 12;
      meter.append(day).append(',').append(persons * 2 + day.getDayOfMonth() % 5).append('\n');
      if (day.getDayOfMonth() == 1 && !day.equals(LocalDate.of(2024, 6, 1))) {
        people.append(day).append(',').append(day.plusMonths(1)).append(',');
        people.append(persons).append('\n');
      }
    }
    folder
        .file("meters/main.csv", meter.toString())
        .file("occupancy.csv", people.toString())
        .with("/history", "\"2023-01-01/2025-01-01\"")
        .with(
            "/baselines/0",
            "{\"id\": \"electricity\", \"commodity\": \"electricity\", \"source\": \"FITTED\","
                + " \"period\": \"2023-01-01/2024-01-01\", \"drivers\": [\"HEADCOUNT\"]}");
    Finding unknown = only("assessment.driver-unknown");
    assertThat(unknown.arguments()).containsEntry("drivers", "HEADCOUNT");
  }

  @Test
  void aYearThatAllCommoditiesHaveIsNeeded() {
    folder
        .with("/commodities", "[{\"id\": \"electricity\"}, {\"id\": \"water\"}]")
        .with(
            "/meters",
            "[{\"id\": \"main\", \"commodity\": \"electricity\"},"
                + " {\"id\": \"water\", \"commodity\": \"water\"}]")
        .with(
            "/baselines",
            "[{\"id\": \"electricity\", \"commodity\": \"electricity\", \"source\": \"TABLE\","
                + " \"period\": \"2022-01-01/2025-01-01\", \"annual\": \"120000\"},"
                + " {\"id\": \"water\", \"commodity\": \"water\", \"source\": \"TABLE\","
                + " \"period\": \"2022-01-01/2025-01-01\", \"annual\": \"1200\"}]")
        .with(
            "/prices",
            "[{\"commodity\": \"electricity\", \"basis\": \"FIXED\", \"reference\": \"0.80\"},"
                + " {\"commodity\": \"water\", \"basis\": \"FIXED\", \"reference\": \"4\"}]")
        .file("meters/main.csv", "start,end,value_kwh\n2022-01-01,2023-01-01,120000\n")
        .file("meters/water.csv", "start,end,value_m3\n2023-01-01,2025-01-01,2400\n");
    assertThat(only("assessment.no-common-year").arguments())
        .containsEntry("period", "2022-01-01/2025-01-01");
  }

  @Test
  void aPriceThatDoesNotHoldYetIsRefused() {
    folder
        .with(
            "/prices/0",
            "{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"file\": \"power\"}")
        .file("prices/power.csv", "from,price,unit\n2026-01-01,0.8,CNY/kWh\n");
    assertThat(only("assessment.price-not-in-force").arguments())
        .containsEntry("date", "2025-01-01");
  }

  @Test
  void whatIsNotCountedIsSaid() {
    assertThat(found())
        .extracting(Finding::code)
        .contains(
            "assessment.no-indicators",
            "assessment.price-constant",
            "assessment.no-model-error",
            "assessment.term-rule-source");
  }
}
