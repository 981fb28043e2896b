package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emcsettlement.examples.emc.SettledFolder.column;
import static org.emcsettlement.examples.emc.SettledFolder.decimal;
import static org.emcsettlement.examples.emc.SettledFolder.fen;
import static org.emcsettlement.examples.emc.SettledFolder.part;
import static org.emcsettlement.examples.emc.SettledFolder.rows;
import static org.emcsettlement.examples.emc.SettledFolder.sum;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders with shared or guaranteed energy savings, recomputed from their contracts. */
class SavingsFoldersTest {

  @TempDir Path temp;

  /** 40 tce are guaranteed, 5 % may be missed; beyond, 5,200 a tonne up to a tenth of the fee. */
  @Test
  void theCourtIsCompensatedUpToTheCap() {
    SettledFolder settled = SettledFolder.of("court-guaranteed", "Y1", temp);
    // the register counts 800 kWh a step and passed 10,000 once
    List<Map<String, String>> states = rows("court-guaranteed/meters/main.csv");
    BigDecimal steps =
        decimal(states.get(12).getOrDefault("value", ""))
            .subtract(decimal(states.get(0).getOrDefault("value", "")))
            .add(decimal("10000"));
    // 62 kWh a day for the court rooms from 1 May: 245 days
    BigDecimal electricity =
        decimal("1860000").add(decimal("15190")).subtract(steps.multiply(decimal("800")));
    BigDecimal gas =
        decimal("92800")
            .subtract(sum(column("court-guaranteed/meters/boiler.csv", "value_m3", 1, 12)));
    BigDecimal tonnes =
        electricity
            .multiply(decimal("0.1229"))
            .add(gas.multiply(decimal("1.3300")))
            .movePointLeft(3);
    BigDecimal shortfall = decimal("38").subtract(tonnes);
    BigDecimal uncapped = fen(shortfall.multiply(decimal("5200.00")));
    assertThat(settled.amount("guarantee.shortfall")).isEqualByComparingTo(uncapped);
    assertThat(uncapped).isGreaterThan(decimal("46800.00"));
    assertThat(settled.amount("guarantee.compensation")).isEqualByComparingTo("-46800.00");
    assertThat(balance(settled, "UNRECOVERED_SHORTFALL"))
        .isEqualByComparingTo(uncapped.subtract(decimal("46800.00")));
    // 79.7 would pay 90 % of a tenth; 55 for fire safety fails below 60 and halves it
    assertThat(settled.amount("score")).isEqualByComparingTo("-23400.00");
    assertThat(settled.total("netPayable")).isEqualByComparingTo("-70200.00");
    assertThat(settled.findings()).contains("meter.rollover");
  }

  /** Four quarters of 117,000: 5 % of the net is kept, half of it released on acceptance. */
  @Test
  void theCourtKeepsRetentionAndReleasesHalfOfItOnAcceptance() {
    BigDecimal kept = fen(decimal("110377.36").multiply(decimal("0.05")));
    SettledFolder third = SettledFolder.of("court-guaranteed", "2025-Q3", temp);
    assertThat(third.total("net")).isEqualByComparingTo("110377.36");
    assertThat(third.amount("retention")).isEqualByComparingTo(kept.negate());
    BigDecimal half = fen(kept.multiply(decimal("3")).multiply(decimal("0.5")));
    assertThat(third.amount("retention.release-1")).isEqualByComparingTo(half);
    // the advance of 90,000 is offset by at most a quarter of a statement
    SettledFolder first = SettledFolder.of("court-guaranteed", "2025-Q1", temp);
    BigDecimal offset = decimal("-29250.00");
    assertThat(first.amount("advance")).isEqualByComparingTo(offset);
    assertThat(first.total("netPayable"))
        .isEqualByComparingTo(decimal("117000.00").subtract(kept).add(offset));
    SettledFolder fourth = SettledFolder.of("court-guaranteed", "2025-Q4", temp);
    assertThat(balance(fourth, "RETENTION"))
        .isEqualByComparingTo(kept.multiply(decimal("4")).subtract(half).subtract(decimal("3200")));
  }

  private static BigDecimal balance(SettledFolder settled, String name) {
    for (JsonNode balance : settled.statement().path("balances")) {
      if (balance.path("name").asText().equals(name)) {
        return decimal(balance.path("closing").asText());
      }
    }
    throw new AssertionError("no balance " + name);
  }

  /** The bill of a month in the first half of the year. */
  private static BigDecimal officesBill(List<BigDecimal> bands, BigDecimal kilowatts) {
    String[] prices = {"1.1496", "0.9580", "0.6387", "0.3194"};
    BigDecimal bill = fen(kilowatts.multiply(decimal("36.00")));
    for (int i = 0; i < prices.length; i++) {
      bill = bill.add(fen(bands.get(i).multiply(decimal(prices[i]))));
    }
    return bill;
  }

  /** Two bills a month under the same tariff; of 200,000 a year the provider gets 80 %. */
  @Test
  void theOfficesShareTheDifferenceOfTwoBills() {
    String file = "offices-hybrid/registers/electricity.csv";
    String[] kept = {"0.09", "0.38", "0.37", "0.16"};
    BigDecimal[] agreed = {decimal("372000"), decimal("318000"), decimal("296000")};
    String[] demand = {"1290", "1180", "1030"};
    BigDecimal saved = BigDecimal.ZERO;
    for (int month = 1; month <= 3; month++) {
      BigDecimal baseline = agreed[month - 1];
      List<BigDecimal> before =
          List.of(kept).stream().map(part -> baseline.multiply(decimal(part))).toList();
      Map<String, String> row = rows(file).get(month - 1);
      List<BigDecimal> now =
          List.of("sharp_kwh", "peak_kwh", "flat_kwh", "valley_kwh").stream()
              .map(band -> decimal(row.getOrDefault(band, "")))
              .toList();
      BigDecimal inside =
          column("offices-hybrid/meters/main.csv", "value_kwh", month, month)
              .get(0)
              .subtract(
                  column("offices-hybrid/meters/chargers.csv", "value_kwh", month, month).get(0))
              .subtract(
                  column("offices-hybrid/meters/servers.csv", "value_kwh", month, month).get(0));
      assertThat(sum(now)).isEqualByComparingTo(inside);
      saved =
          saved
              .add(officesBill(before, decimal(demand[month - 1])))
              .subtract(officesBill(now, decimal(row.getOrDefault("demand_kw", ""))));
    }
    SettledFolder settled = SettledFolder.of("offices-hybrid", "2025-Q1", temp);
    assertThat(settled.amount("verified")).isEqualByComparingTo(saved);
    BigDecimal share = fen(saved.multiply(decimal("0.80")));
    assertThat(saved).isLessThan(decimal("200000"));
    assertThat(settled.amount("sharing.provider")).isEqualByComparingTo(share);
    assertThat(settled.amount("sharing.institution")).isEqualByComparingTo(saved.subtract(share));
  }

  /** By the third quarter the year has passed two bands; demand response stands beside it. */
  @Test
  void theOfficesShareLessOfEveryFurtherYuan() {
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal shared = BigDecimal.ZERO;
    for (String quarter : List.of("2025-Q1", "2025-Q2", "2025-Q3")) {
      SettledFolder settled = SettledFolder.of("offices-hybrid", quarter, temp);
      before = before.add(settled.amount("verified"));
      shared = shared.add(settled.amount("sharing.provider"));
      if (quarter.equals("2025-Q3")) {
        assertThat(settled.amount("response.provider")).isEqualByComparingTo("5120.00");
      }
    }
    BigDecimal above = before.subtract(decimal("350000"));
    assertThat(above).isPositive();
    // 80 % of 200,000, 65 % of 150,000, half of the rest
    assertThat(shared)
        .isEqualByComparingTo(fen(decimal("257500").add(above.multiply(decimal("0.50")))));
  }

  /** The hospital's third quarter from the frozen coefficients, day by day. */
  @Test
  void theHospitalsSavingsAreThoseOfItsFrozenModel() throws IOException {
    JsonNode model =
        Json.tree(
            Files.readAllBytes(
                SettledFolder.ROOT.resolve("hospital-shared/baselines/electricity.json")));
    BigDecimal[] coefficients = new BigDecimal[3];
    for (int i = 0; i < 3; i++) {
      coefficients[i] = decimal(model.at("/coefficients/" + i + "/value").asText());
    }
    assertThat(model.at("/coefficients/1/regressor").asText()).isEqualTo("DEGREES_ABOVE(26.05)");
    String[] prices = {"0.7421", "0.7398", "0.7105"};
    BigDecimal value = BigDecimal.ZERO;
    for (int month = 7; month <= 9; month++) {
      BigDecimal avoided = BigDecimal.ZERO;
      for (Map<String, String> day : rows("hospital-shared/weather/shanghai.csv")) {
        String date = day.getOrDefault("date", "");
        if (date.startsWith("2025-0" + month)) {
          BigDecimal warm =
              decimal(day.getOrDefault("celsius", ""))
                  .subtract(decimal("26.05"))
                  .max(BigDecimal.ZERO);
          avoided =
              avoided
                  .add(coefficients[0])
                  .add(coefficients[1].multiply(warm))
                  .add(coefficients[2].multiply(on("occupancy.csv", "start", date, "headcount")))
                  .subtract(on("meters/main.csv", "date", date, "value_kwh"));
        }
      }
      value = value.add(fen(avoided.multiply(decimal(prices[month - 7]))));
    }
    SettledFolder settled = SettledFolder.of("hospital-shared", "2025-Q3", temp);
    assertThat(settled.amount("verified")).isEqualByComparingTo(value);
    BigDecimal share = fen(value.multiply(decimal("0.74")));
    assertThat(settled.amount("sharing.provider")).isEqualByComparingTo(share);
    assertThat(settled.total("netPayable")).isEqualByComparingTo(share);
  }

  private static BigDecimal on(String file, String key, String date, String column) {
    return rows("hospital-shared/" + file).stream()
        .filter(row -> row.getOrDefault(key, "").equals(date))
        .map(row -> decimal(row.getOrDefault(column, "")))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The office in Tianjin pays 8 % of k × what the baseline years would have cost a month; the
   * statement is recomputed from the frozen coefficients at the conditions they were agreed at.
   */
  @Test
  void theOfficePaysEightPercentOfItsFeeBaseEveryMonth() throws IOException {
    SettledFolder settled = SettledFolder.of("tianjin-office", "2025-07", temp);
    BigDecimal water = part(decimal("27266"), "1", "3");
    BigDecimal cost =
        fen(yearOf("electricity").multiply(decimal("0.7350")))
            .add(fen(yearOf("heat").multiply(decimal("89.61"))))
            .add(fen(water.multiply(decimal("4.35"))));
    BigDecimal base = fen(cost.multiply(decimal("0.96")));
    assertThat(settled.amount("fee.base")).isEqualByComparingTo(base);
    BigDecimal seven = fen(base.multiply(decimal("0.56")));
    BigDecimal six = fen(base.multiply(decimal("0.48")));
    assertThat(settled.total("netPayable")).isEqualByComparingTo(seven.subtract(six));
  }

  /** Σ coefficient × regressor sum, of each month's mean day times its days in 2025. */
  private static BigDecimal yearOf(String commodity) throws IOException {
    JsonNode model =
        Json.tree(
            Files.readAllBytes(
                SettledFolder.ROOT.resolve("tianjin-office/baselines/" + commodity + ".json")));
    BigDecimal year = BigDecimal.ZERO;
    for (JsonNode month : model.path("conditions")) {
      BigDecimal mean = BigDecimal.ZERO;
      for (int i = 0; i < month.path("sums").size(); i++) {
        mean =
            mean.add(
                decimal(model.at("/coefficients/" + i + "/value").asText())
                    .multiply(decimal(month.at("/sums/" + i).asText())));
      }
      int days = YearMonth.of(2025, month.path("month").asInt()).lengthOfMonth();
      year = year.add(part(mean, Integer.toString(days), month.path("days").asText()));
    }
    return year;
  }
}
