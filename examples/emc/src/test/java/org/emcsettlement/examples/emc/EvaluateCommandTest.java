package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small folders whose figures can be computed by hand; 2023 is fitted, 2024 predicted. */
class EvaluateCommandTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int DAYS = 365 + 366;

  @TempDir Path temp;

  private Path file(String building, String name) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("cases").resolve(building));
    return folder.resolve(name);
  }

  private static String days(String column, IntFunction<String> value) {
    StringBuilder csv = new StringBuilder("date," + column + "\n");
    for (int day = 0; day < DAYS; day++) {
      csv.append(FIRST.plusDays(day)).append(',').append(value.apply(day)).append('\n');
    }
    return csv.toString();
  }

  private void meter(String building, String column, IntFunction<String> value) throws IOException {
    Files.writeString(file(building, "meter.csv"), days(column, value));
  }

  /** 90 or 110 kWh by day, 100 on the last day of the even year. */
  private static String flat(int day) {
    return day == DAYS - 1 ? "100" : day % 2 == 0 ? "90" : "110";
  }

  private Run evaluate(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                temp.resolve("cases"),
                "--timezone",
                "Asia/Shanghai",
                "--baseline",
                "2023-01-01/2024-01-01",
                "--reporting",
                "2024-01-01/2025-01-01",
                "--out",
                temp.resolve("results.csv")));
    arguments.addAll(Arrays.asList(more));
    return Run.emc(arguments.toArray());
  }

  private List<Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(temp.resolve("results.csv"));
    List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(columns.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /**
   * Of 2023 182 days have 110 and 183 have 90: a mean of 99.972603, frozen to nine digits. Use in
   * 2024 is 36,610; the adjusted baseline 366 × 99.9726027 = 36,589.973.
   */
  @Test
  void aFlatBuildingByHand() throws IOException {
    meter("flat", "value_kwh", EvaluateCommandTest::flat);
    Run run = evaluate("--method", "1P");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(Files.readString(temp.resolve("results.csv")))
        .startsWith(
            "case,method,n_baseline,n_reporting,cvrmse_in,cvrmse_out,nmbe_out,adjusted_baseline,"
                + "actual,savings,savings_fraction,lower,upper,fit_millis,findings\nflat,1P,");
    Map<String, String> row = rows().get(0);
    assertThat(row)
        .containsEntry("n_baseline", "365")
        .containsEntry("n_reporting", "366")
        .containsEntry("adjusted_baseline", "36589.973")
        .containsEntry("actual", "36610.000")
        .containsEntry("savings", "-20.027")
        .containsEntry("savings_fraction", "-0.000547")
        .containsEntry("nmbe_out", "0.000547");
    // 364 errors of 10 ∓ 0.0274 and two smaller ones: √(365·100/366)/100
    assertThat(Double.parseDouble(row.get("cvrmse_out"))).isBetween(0.0997, 0.0999);
    assertThat(Double.parseDouble(row.get("lower"))).isLessThan(-20.027);
    assertThat(Double.parseDouble(row.get("upper"))).isGreaterThan(-20.027);
    assertThat(row.get("findings")).contains("case.no-temperature").doesNotContain(",");
    assertThat(run.out())
        .containsPattern("cases fitted +1\n")
        .contains("1P (1)")
        .contains("1.0000 (1/1), nominal 名义 0.90");
  }

  /** A tenth taken away leaves 32,949 of 36,610; the truth is 3,661. */
  @Test
  void anInjectedSavingComesBack() throws IOException {
    meter("flat", "value_kwh", EvaluateCommandTest::flat);
    Run run = evaluate("--method", "1P", "--inject", "0.1");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(rows().get(0))
        .containsEntry("actual", "32949.000")
        .containsEntry("savings", "3640.973");
    assertThat(run.out()).contains("1.0000 (1/1)");
    evaluate("--method", "1P", "--inject", "0.1", "--confidence", "0.01");
    double half = Double.parseDouble(rows().get(0).get("upper")) - 3640.973;
    // t is 0.0125: times 0.05 × 36,590 that is 22.9, and regression error adds a little
    assertThat(half).isBetween(22.9, 25.0);
  }

  @Test
  void oneBadFolderNeverStopsTheOthers() throws IOException {
    meter("a-good", "value_kwh", EvaluateCommandTest::flat);
    Files.writeString(
        file("b-broken", "meter.csv"), "start,value_kwh\n2023-01-01,many\n2023-01-02,1\n");
    Files.writeString(file("c-empty", "meta.json"), "{}");
    meter("d-nameless", "value", EvaluateCommandTest::flat);
    meter("e-good", "value_kwh", EvaluateCommandTest::flat);
    Files.writeString(temp.resolve("cases/README.md"), "not a building");
    Run run = evaluate("--method", "1P");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(rows().stream().map(row -> row.get("case")))
        .containsExactly("a-good", "b-broken", "c-empty", "d-nameless", "e-good");
    assertThat(rows().get(1))
        .containsEntry("method", "")
        .containsEntry("n_baseline", "")
        .containsEntry("upper", "")
        .containsEntry("findings", "case.no-temperature;csv.number");
    assertThat(rows().get(2).get("findings")).contains("case.no-meter");
    assertThat(rows().get(3).get("findings")).contains("case.unknown-commodity");
    assertThat(run.err()).contains("b-broken").contains("csv.number").contains("meter.csv:2");
    assertThat(run.out()).containsPattern("fitted +2\n").containsPattern("failed +3\n");
  }

  @Test
  void whatCannotBeginWritesNothing() throws IOException {
    assertThat(evaluate().code()).isEqualTo(ExitCode.INVALID);
    Files.createDirectories(temp.resolve("cases"));
    assertThat(evaluate().code()).isEqualTo(ExitCode.INVALID);
    meter("flat", "value_kwh", EvaluateCommandTest::flat);
    Run unknown = evaluate("--method", "6P");
    assertThat(unknown.code()).isEqualTo(ExitCode.INVALID);
    assertThat(unknown.err()).contains("\"6P\"").contains("3PH").doesNotContain("mean-temp");
    assertThat(evaluate("--method", "mean-temperature-3PH").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--confidence", "1").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--inject", "1").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--inject", "-0.1").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--resolution", "weekly").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--work-calendar", "lunar").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--timezone", "Mars/Base").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--baseline", "2023-06-01/2024-06-01").code()).isEqualTo(ExitCode.INVALID);
    assertThat(evaluate("--out", temp).code()).isEqualTo(ExitCode.INVALID);
    assertThat(temp.resolve("results.csv")).doesNotExist();
  }

  @Test
  void nothingFittedIsRefusedButWritten() throws IOException {
    Files.writeString(file("only", "meta.json"), "{}");
    Run run = evaluate("--method", "1P");
    assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.REFUSED);
    assertThat(rows()).hasSize(1);
  }

  /** Heat in MJ is settled in GJ: 0.09 or 0.11 GJ a day, 36.61 a year. */
  @Test
  void zippedTablesAndOtherUnitsAreRead() throws IOException {
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(file("heat", "meter.csv.gz")))) {
      zipped.write(days("value_MJ", EvaluateCommandTest::flat).getBytes(StandardCharsets.UTF_8));
    }
    meter("water", "value_m3", EvaluateCommandTest::flat);
    meter("meta", "value", EvaluateCommandTest::flat);
    Files.writeString(
        file("meta", "meta.json"),
        """
        {"headcount": {"pupils": 120, "note": "boys and girls"},
         "meters": [{"kind": "district heat", "file": "meter.csv", "unit": "kWh"}]}
        """);
    Run run = evaluate("--method", "1P");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(rows().get(0)).containsEntry("case", "heat").containsEntry("actual", "36.610");
    assertThat(rows().get(1)).containsEntry("case", "meta").containsEntry("actual", "131.796");
    assertThat(rows().get(1).get("findings")).contains("case.headcount-chosen");
    assertThat(rows().get(2)).containsEntry("actual", "36610.000");
  }

  /** Use follows degree days below 15 °C without error, so that the prediction is exact. */
  @Test
  void monthsAreJudgedPerDay() throws IOException {
    meter("months", "value_kwh", day -> Integer.toString(100 + 2 * Math.max(0, 15 - celsius(day))));
    Files.writeString(
        file("months", "temperature.csv"), days("celsius", day -> Integer.toString(celsius(day))));
    Run run = evaluate("--resolution", "monthly", "--method", "HDD");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(rows().get(0))
        .containsEntry("n_baseline", "12")
        .containsEntry("n_reporting", "12")
        .containsEntry("cvrmse_out", "0.000000")
        .containsEntry("savings_fraction", "0.000000");
  }

  private static int celsius(int day) {
    return (int) Math.round(12 - 16 * Math.cos(2 * Math.PI * day / 365.25)) + day % 5;
  }

  /** Everything repeats but the time that the fit took. */
  @Test
  void theSameStudyGivesTheSameRows() throws IOException {
    for (int i = 0; i < 12; i++) {
      int shift = i;
      meter("b" + i, "value_kwh", day -> Integer.toString(50 + shift + day % (3 + shift)));
    }
    evaluate("--method", "1P");
    List<Map<String, String>> once = rows();
    evaluate("--method", "1P");
    List<Map<String, String>> again = rows();
    once.forEach(row -> row.remove("fit_millis"));
    again.forEach(row -> row.remove("fit_millis"));
    assertThat(again).isEqualTo(once).hasSize(12);
    assertThat(once.get(2)).containsEntry("case", "b10");
  }

  /** Hours of 20 kWh, and a lost day stored as zeros: the day is left out, not saved. */
  @Test
  void falseZerosAreNoSavings() throws IOException {
    StringBuilder csv = new StringBuilder("start,value_kwh\n");
    for (int hour = 0; hour < DAYS * 24; hour++) {
      boolean lost = hour / 24 == 500;
      csv.append(FIRST.atStartOfDay().plusHours(hour))
          .append(lost ? ",0" : hour % 2 == 0 ? ",18" : ",22")
          .append('\n');
    }
    Files.writeString(file("hours", "meter.csv"), csv);
    Run run = evaluate("--method", "1P");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(rows().get(0))
        .containsEntry("n_reporting", "365")
        .containsEntry("actual", "175200.000")
        .containsEntry("savings", "0.000");
    assertThat(rows().get(0).get("findings"))
        .contains("meter.false-zeros")
        .contains("meter.day-left-out");
  }
}
