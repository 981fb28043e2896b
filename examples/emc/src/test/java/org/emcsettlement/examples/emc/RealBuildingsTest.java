package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole path on public buildings of Drammen and Oslo (Lien et al. 2025, CC BY 4.0): raw hourly
 * readings, a fitted and frozen baseline, a hosting contract, a statement, and its verification.
 * The contract, its prices and its fee are ours; the readings are theirs.
 */
class RealBuildingsTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "drammen-public/b6397, 2018-01-01, 2019-01-01, 2019-Q1",
    "drammen-public/b6429, 2018-01-01, 2019-01-01, 2019-Q2",
    "oslo-schools/b8091, 2021-01-01, 2022-01-01, 2022-Q1",
    "oslo-schools/b8102, 2021-01-01, 2022-01-01, 2022-Q4"
  })
  void fromReadingsToAVerifiedStatement(
      String building, LocalDate baseline, LocalDate service, String period) throws IOException {
    Path raw = SharedData.folder(building);
    Path folder = temp.resolve("contract");
    contract(raw, folder, baseline, service);
    boolean heat = Files.exists(raw.resolve("meter_heat.csv.gz"));

    Run fit = Run.emc("fit", folder, "--freeze");
    assertThat(fit.code()).as(fit.all()).isIn(ExitCode.WRITTEN, ExitCode.REFUSED);
    agree(folder);

    Path out = temp.resolve("out");
    Run settled =
        Run.emc("settle", folder, "--period", period, "--issued", "2024-02-01", "--out", out);
    assertThat(settled.code()).as(settled.all()).isZero();
    JsonNode statement = Json.tree(Files.readAllBytes(out.resolve("statement.json")));
    boolean provisional = settled.out().contains("暂定 PROVISIONAL");
    assertThat(statement.path("key").path("runType").asText())
        .isEqualTo(provisional ? "PROVISIONAL" : "INITIAL");
    assertThat(settled.out()).doesNotContain("baseline.provisional");
    assertThat(quantity(statement, "electricity"))
        .isEqualTo(raw(raw.resolve("meter.csv.gz"), statement));
    if (heat) {
      Rational gigajoule = Rational.parse("0.0036");
      assertThat(quantity(statement, "heat"))
          .isEqualTo(raw(raw.resolve("meter_heat.csv.gz"), statement).times(gigajoule));
    }
    // a quarter of the agreed fee, by days
    assertThat(new BigDecimal(statement.path("totals").path("netPayable").asText())).isPositive();

    Run verified = Run.emc("verify", folder, out.resolve("statement.json"), "--refit");
    assertThat(verified.code()).as(verified.all()).isZero();
    assertThat(verified.out()).startsWith("VERIFIED").contains("refit agrees");
    Run explained =
        Run.emc(
            "explain",
            out.resolve("statement.json"),
            "use.actual/electricity",
            "--evidence",
            folder);
    assertThat(explained.out()).contains("meters/electricity.csv").contains("+01:00");
  }

  private static void contract(Path raw, Path folder, LocalDate baseline, LocalDate service)
      throws IOException {
    ObjectNode contract =
        (ObjectNode)
            Json.tree(
                """
                {"schemaVersion": 1, "id": "school", "name": "School",
                 "parties": {"institution": {"name": "Municipality"},
                             "serviceProvider": {"name": "Energy service company"}},
                 "timezone": "Europe/Oslo", "boundary": {"name": "School"},
                 "risks": {"weather": "INSTITUTION", "occupancy": "INSTITUTION",
                           "energy-price": "INSTITUTION"},
                 "preset": {"name": "hosting-all-in/1",
                            "parameters": {"basis": "QUANTITY", "coefficient": "0.95"}},
                 "clauses": [],
                 "schedule": {"frequency": "QUARTERLY", "annualStatement": true,
                              "workCalendar": "monday-to-friday"},
                 "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
                """
                    .getBytes(StandardCharsets.UTF_8));
    contract
        .putObject("term")
        .put("start", service.toString())
        .put("end", service.plusYears(5).toString());
    ArrayNode commodities = contract.putArray("commodities");
    ArrayNode meters = contract.putArray("meters");
    ArrayNode baselines = contract.putArray("baselines");
    ArrayNode prices = contract.putArray("prices");
    Files.createDirectories(folder.resolve("meters"));
    Files.createDirectories(folder.resolve("weather"));
    for (String commodity : List.of("electricity", "heat")) {
      Path meter = raw.resolve(commodity.equals("heat") ? "meter_heat.csv.gz" : "meter.csv.gz");
      if (!Files.exists(meter)) {
        continue;
      }
      Files.copy(meter, folder.resolve("meters/" + commodity + ".csv.gz"));
      commodities.addObject().put("id", commodity);
      meters.addObject().put("id", commodity).put("commodity", commodity);
      baselines
          .addObject()
          .put("id", commodity)
          .put("commodity", commodity)
          .put("source", "FITTED")
          .put("period", baseline + "/" + service)
          .put("station", "site")
          .putArray("drivers")
          .add("WORKDAY");
      prices
          .addObject()
          .put("commodity", commodity)
          .put("basis", "FIXED")
          .put("reference", commodity.equals("heat") ? "89.61" : "0.7350");
    }
    ObjectNode headcount = contract.withArray("clauses").addObject();
    String users =
        Json.tree(Files.readAllBytes(raw.resolve("meta.json"))).at("/headcount/users").asText();
    headcount
        .put("id", "headcount")
        .put("kind", "driver-adjustment")
        .put("driver", "HEADCOUNT")
        .put("basis", "QUANTITY")
        .put("sensitivity", "0.25")
        .put("referenceValue", users)
        .putArray("commodities")
        .add("electricity");
    headcount.putObject("rule").put("mode", "ALWAYS");
    Files.copy(raw.resolve("temperature.csv.gz"), folder.resolve("weather/site.csv.gz"));
    Files.writeString(
        folder.resolve("occupancy.csv"),
        "start,end,headcount\n" + baseline + "," + service.plusYears(5) + "," + users + "\n");
    Files.writeString(folder.resolve("contract.json"), Json.pretty(contract));
  }

  /** The parties sign the digests of the frozen baselines. */
  private static void agree(Path folder) throws IOException {
    ObjectNode contract =
        (ObjectNode) Json.tree(Files.readAllBytes(folder.resolve("contract.json")));
    for (JsonNode terms : contract.path("baselines")) {
      Run fit = Run.emc("fit", folder, "--freeze");
      String line =
          fit.err()
              .lines()
              .filter(l -> l.startsWith("baselines/" + terms.path("id").asText() + ".json"))
              .findFirst()
              .orElseThrow();
      String digest = line.replaceAll(".*\"digest\": \"([0-9a-f]{64})\".*", "$1");
      ((ObjectNode) terms).put("digest", digest);
    }
    Files.writeString(folder.resolve("contract.json"), Json.pretty(contract));
  }

  private static Rational quantity(JsonNode statement, String commodity) {
    for (JsonNode line : statement.path("lines")) {
      if (line.path("id").asText().equals("use.actual/" + commodity)) {
        return Rational.parse(line.path("quantity").asText());
      }
    }
    throw new AssertionError("no actual use of " + commodity);
  }

  /**
   * The sum of a file's hours by local day: a day that lacks one hour is scaled up to its 23, 24 or
   * 25, one that lacks more is left out.
   */
  private static Rational raw(Path file, JsonNode statement) throws IOException {
    String[] dates = statement.path("servicePeriod").asText().split("/", -1);
    LocalDate start = LocalDate.parse(dates[0]);
    LocalDate end = LocalDate.parse(dates[1]);
    Map<LocalDate, List<BigDecimal>> days = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        LocalDate date = OffsetDateTime.parse(cells[0]).atZoneSameInstant(OSLO).toLocalDate();
        if (!date.isBefore(start) && date.isBefore(end) && !cells[1].isEmpty()) {
          days.computeIfAbsent(date, day -> new ArrayList<>()).add(new BigDecimal(cells[1]));
        }
      }
    }
    Rational sum = Rational.ZERO;
    for (Map.Entry<LocalDate, List<BigDecimal>> day : days.entrySet()) {
      long hours =
          Duration.between(
                  day.getKey().atStartOfDay(OSLO), day.getKey().plusDays(1).atStartOfDay(OSLO))
              .toHours();
      int known = day.getValue().size();
      if (known >= hours - 1) {
        BigDecimal use = day.getValue().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        sum = sum.plus(Rational.of(use).times(Rational.of(hours, known)));
      }
    }
    return sum;
  }
}
