package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fit says about itself: 364 days, 500 kWh from Monday to Friday, 100 on the other days. */
class FitReportTest {

  @TempDir Path temp;

  private Path meter(int days) throws IOException {
    StringBuilder use = new StringBuilder("start,value_kWh\n");
    for (int day = 0; day < days; day++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
      boolean works = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
      use.append(date).append(works ? ",500\n" : ",100\n");
    }
    return Files.writeString(temp.resolve("meter-" + days + ".csv"), use);
  }

  private static Object[] fit(Path meter, Object... more) {
    Object[] arguments = new Object[5 + more.length];
    arguments[0] = "fit";
    arguments[1] = "--meter";
    arguments[2] = meter;
    arguments[3] = "--work-calendar";
    arguments[4] = "monday-to-friday";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return arguments;
  }

  @Test
  void theFileSaysWhatWouldMakeItAcceptable() throws IOException {
    Path out = temp.resolve("out");
    Run run = Run.emc(fit(meter(364), "--json", "--out", out));
    assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.REFUSED);
    byte[] written = Files.readAllBytes(out.resolve("fit.json"));
    assertThat(run.out()).isEqualTo(new String(written, StandardCharsets.UTF_8));
    JsonNode file = Json.tree(written);
    assertThat(file.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(file.path("tried")).hasSize(1);
    assertThat(file.at("/tried/0/chosen").asBoolean()).isTrue();
    assertThat(file.at("/data/counted").asInt()).isEqualTo(364);
    assertThat(file.at("/acceptable/verdict").asText()).isEqualTo("NOT_ACCEPTABLE");
    assertThat(file.at("/acceptable/missed/0/statistic").asText()).isEqualTo("cvRmse");
    assertThat(file.at("/acceptable/missed/0/threshold").asDouble()).isEqualTo(0.25);
    assertThat(file.at("/acceptable/remedies").toString())
        .contains("driver WORKDAY", "400 kWh/d above", "驱动因素 WORKDAY");
  }

  @Test
  void whatItProposesHelps() throws IOException {
    Run run = Run.emc(fit(meter(364), "--drivers", "WORKDAY"));
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(run.out()).contains("可接受 acceptable");
  }

  @Test
  void theTextSaysTheSameInBothLanguages() throws IOException {
    Run run = Run.emc(fit(meter(200)));
    assertThat(run.out())
        .contains("不可接受 not acceptable")
        .contains("cvRmse ≤ 0.25")
        .contains("未达到 missed")
        .contains("计入 counted 200 / 200 d")
        .contains("选中 chosen  1P  BIC ")
        .contains("基期再延长 129 天")
        .contains("Lengthen the baseline period by 129 days");
  }

  private Path shiftedMeter() throws IOException {
    StringBuilder use = new StringBuilder("start,value_kWh\n");
    for (int day = 0; day < 366; day++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
      int shift = date.getMonthValue() >= 7 ? 300 : 0;
      use.append(date + "," + (974 + shift + (day + 1) * 29 % 53) + "\n");
    }
    return Files.writeString(temp.resolve("shifted.csv"), use);
  }

  /** 300 kWh/d more from July on: told with dates, size and error; all 366 days stay in the fit. */
  @Test
  void anEventIsToldAndNothingIsRemoved() throws IOException {
    Path meter = shiftedMeter();
    JsonNode file = Json.tree(Run.emc(fit(meter, "--json")).out().getBytes(StandardCharsets.UTF_8));
    JsonNode event = file.at("/nonRoutineEvents/candidates/0");
    assertThat(event.path("kind").asText()).isEqualTo("LEVEL_SHIFT");
    assertThat(event.path("first").asText()).isEqualTo("2024-07-01");
    assertThat(event.path("last").asText()).isEqualTo("2024-12-31");
    assertThat(event.path("unit").asText()).isEqualTo("kWh/d");
    double error = event.path("standardError").asDouble();
    assertThat(event.path("effectPerDay").asDouble()).isCloseTo(300, within(3 * error));
    assertThat(file.at("/nonRoutineEvents/daysRemoved").asInt()).isZero();
    assertThat(file.at("/data/counted").asInt()).isEqualTo(366);
    assertThat(Run.emc(fit(meter)).out())
        .contains("水平变化 level shift  2024-07-01 – 2024-12-31  +")
        .contains("未自动剔除、更正或调整任何数据")
        .contains("no data were removed, corrected or adjusted automatically");
  }

  /** 10 m³ on working days, 1 on others; from 10 April on 20 more for 30 days, day and night. */
  @Test
  void waterLeftOutForALeakSaysSo() throws IOException {
    StringBuilder use = new StringBuilder("start,value_m3\n");
    LocalDate leak = LocalDate.of(2024, 4, 10);
    for (int day = 0; day < 364; day++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
      int usual = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 100 : 10;
      boolean leaks = !date.isBefore(leak) && date.isBefore(leak.plusDays(30));
      use.append(date + "," + (usual + (leaks ? 200 : 0) + day * 29 % 7) / 10.0 + "\n");
    }
    Path meter = Files.writeString(temp.resolve("water.csv"), use);
    Object[] method = {"--commodity", "water", "--method", "institution-water", "--json"};
    JsonNode file = Json.tree(Run.emc(fit(meter, method)).out().getBytes(StandardCharsets.UTF_8));
    assertThat(file.at("/data/leftOut")).hasSize(1);
    assertThat(file.at("/data/leftOut/0/reason").asText()).isEqualTo("LEAK");
    assertThat(file.at("/data/leftOut/0/first").asText()).isEqualTo("2024-04-10");
    assertThat(file.at("/data/leftOut/0/count").asInt()).isEqualTo(30);
  }

  /** Norway had a holiday on Friday, 17 May 2024; China did not. */
  @Test
  void theCalendarIsThatOfTheBuildingUnlessAnotherIsGiven() throws IOException {
    String meter = meter(364).toString();
    Path out = temp.resolve("calendar");
    Run.emc("fit", "--meter", meter, "--timezone", "Europe/Oslo", "--out", out);
    assertThat(Files.readString(out.resolve("fit.html"))).contains("no-public-holidays");
    Run.emc("fit", "--meter", meter, "--out", out);
    assertThat(Files.readString(out.resolve("fit.html"))).contains("cn-state-council");
    Run.emc(fit(Path.of(meter), "--out", out));
    assertThat(Files.readString(out.resolve("fit.html"))).contains("monday-to-friday");
  }

  @Test
  void pagesRepeatToTheByte() throws IOException {
    Path meter = meter(364);
    Run.emc(fit(meter, "--out", temp.resolve("a")));
    Run.emc(fit(meter, "--out", temp.resolve("b")));
    assertThat(temp.resolve("a/fit.html")).exists();
    assertThat(temp.resolve("a/fit.html")).hasSameBinaryContentAs(temp.resolve("b/fit.html"));
    assertThat(temp.resolve("a/fit.json")).hasSameBinaryContentAs(temp.resolve("b/fit.json"));
  }

  @Test
  void aContractHasAPageForEveryBaseline() throws IOException {
    Path folder = temp.resolve("folder");
    Run.emc("init", folder);
    Path contract = folder.resolve("contract.json");
    String text = Files.readString(contract);
    int start = text.indexOf("\"baselines\"");
    Files.writeString(
        contract,
        text.substring(0, start)
            + """
            "baselines": [{"id": "electricity", "commodity": "electricity", "source": "FITTED",
              "period": "2025-01-01/2026-01-01"}
            """
            + text.substring(text.indexOf("],", start)));
    Path out = temp.resolve("out");
    Run run = Run.emc("fit", folder, "--out", out);
    assertThat(out.resolve("fit-electricity.html")).as(run.all()).exists();
    assertThat(out.resolve("fit-electricity.json")).exists();
    assertThat(Files.readString(out.resolve("fit-electricity.html"))).contains("基准拟合报告");
    assertThat(folder.resolve("baselines")).doesNotExist();
  }

  @Test
  void theSchemaIsPrinted() {
    assertThat(Run.emc("schema", "fit").out()).contains("urn:emcsettlement:schema:fit:1");
  }
}
