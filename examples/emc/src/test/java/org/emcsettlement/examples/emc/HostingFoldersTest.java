package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emcsettlement.examples.emc.SettledFolder.column;
import static org.emcsettlement.examples.emc.SettledFolder.decimal;
import static org.emcsettlement.examples.emc.SettledFolder.fen;
import static org.emcsettlement.examples.emc.SettledFolder.part;
import static org.emcsettlement.examples.emc.SettledFolder.rows;
import static org.emcsettlement.examples.emc.SettledFolder.sum;
import static org.emcsettlement.examples.emc.SettledFolder.taxIn;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hosting folders, recomputed from the words of their contracts. */
class HostingFoldersTest {

  private static final String ELECTRICITY = "library-hosting-net/registers/electricity.csv";

  @TempDir Path temp;

  /** k × (2,378,000 kWh × 0.8350 + mean of three years of water × 4.10) + 186,000. */
  private static BigDecimal libraryFee() {
    BigDecimal electricity = fen(decimal("2378000").multiply(decimal("0.8350")));
    BigDecimal water = fen(part(decimal("4.10"), "53380", "3"));
    return fen(electricity.add(water).multiply(decimal("0.94"))).add(decimal("186000.00"));
  }

  /** The electricity bill of a month, line by line as the tariff says. */
  private static BigDecimal libraryBill(int month) {
    Map<String, String> read = rows(ELECTRICITY).get(month - 1);
    BigDecimal energy = BigDecimal.ZERO;
    BigDecimal kilowattHours = BigDecimal.ZERO;
    for (String[] band :
        new String[][] {
          {"sharp_kwh", "1.1892"},
          {"peak_kwh", "0.9910"},
          {"flat_kwh", "0.6194"},
          {"valley_kwh", "0.2788"}
        }) {
      BigDecimal quantity = decimal(read.getOrDefault(band[0], ""));
      energy = energy.add(fen(quantity.multiply(decimal(band[1]))));
      kilowattHours = kilowattHours.add(quantity);
    }
    BigDecimal kilowatts = decimal(read.getOrDefault("demand_kw", "")).max(decimal("248"));
    BigDecimal demand = fen(kilowatts.multiply(decimal("38.40")));
    BigDecimal factor = decimal(read.getOrDefault("power_factor", ""));
    String rate = "0.02";
    rate = factor.compareTo(decimal("0.90")) >= 0 ? "0" : rate;
    rate = factor.compareTo(decimal("0.92")) >= 0 ? "-0.003" : rate;
    rate = factor.compareTo(decimal("0.95")) >= 0 ? "-0.0075" : rate;
    BigDecimal adjustment = fen(energy.add(demand).multiply(decimal(rate)));
    BigDecimal funds = fen(kilowattHours.multiply(decimal("0.0272")));
    return energy.add(demand).add(adjustment).add(funds);
  }

  /** In the third quarter the bills exceed the fee: nothing is paid, and the rest is carried. */
  @Test
  void theLibraryCarriesWhatItsBillsExceedTheFeeBy() {
    SettledFolder settled = SettledFolder.of("library-hosting-net", "2025-Q3", temp);
    BigDecimal year = libraryFee();
    BigDecimal fee = fen(part(year, "273", "365")).subtract(fen(part(year, "181", "365")));
    assertThat(settled.amount("fee")).isEqualByComparingTo(fee);
    // 10 h a day became 11.5 h: 15 %, of which 3 % are free; 45 % of the electricity follows
    BigDecimal longer = decimal("2378000").multiply(decimal("0.8350")).multiply(decimal("0.94"));
    BigDecimal hours =
        fen(part(longer.multiply(decimal("0.45")).multiply(decimal("0.12")), "92", "365"));
    assertThat(settled.amount("opening-hours")).isEqualByComparingTo(hours);
    // seven late repairs cost no more than 1,500, three warm rooms 500 each
    assertThat(settled.amount("deductions")).isEqualByComparingTo("-3000.00");
    List<BigDecimal> water = column("library-hosting-net/meters/tap.csv", "value_m3", 7, 9);
    BigDecimal bills =
        libraryBill(7)
            .add(libraryBill(8))
            .add(libraryBill(9))
            .add(fen(water.get(0).multiply(decimal("4.10"))))
            .add(fen(water.get(1).add(water.get(2)).multiply(decimal("4.55"))));
    assertThat(settled.amount("utilities")).isEqualByComparingTo(bills.negate());
    BigDecimal missing = bills.subtract(fee).subtract(hours).add(decimal("3000.00"));
    assertThat(missing).isPositive();
    assertThat(settled.amount("utilities.carried")).isEqualByComparingTo(missing);
    assertThat(settled.total("netPayable")).isEqualByComparingTo("0.00");
    assertThat(
            SettledFolder.of("library-hosting-net", "2025-Q4", temp)
                .amount("utilities.brought-forward"))
        .isEqualByComparingTo(missing.negate());
  }

  /** Of every line of the bills, and of every kind of incident, the year so far is its own sum. */
  @Test
  void theLibrarysYearToDateIsKeptLineByLine() {
    SettledFolder settled = SettledFolder.of("library-hosting-net", "2025-Q3", temp);
    BigDecimal sharp = BigDecimal.ZERO;
    for (BigDecimal quantity : column(ELECTRICITY, "sharp_kwh", 1, 9)) {
      sharp = sharp.add(fen(quantity.multiply(decimal("1.1892"))));
    }
    assertThat(settled.yearToDate("utilities.actual-energy-sharp/electricity/2025-09-01"))
        .isEqualByComparingTo(sharp);
    // 600.00 and 300.00 in spring, 1,500.00 now; rooms were too warm in this quarter only
    assertThat(settled.yearToDate("deductions.item-1")).isEqualByComparingTo("-2400.00");
    assertThat(settled.yearToDate("deductions.item-2")).isEqualByComparingTo("-1500.00");
  }

  /** The first claim was due on 15 May and paid on 9 June: 25 days at 3/10,000. */
  @Test
  void theLibraryPaysInterestOnWhatItPaidLate() {
    BigDecimal claim = SettledFolder.of("library-hosting-net", "2025-Q1", temp).total("netPayable");
    assertThat(rows("library-hosting-net/payments.csv").get(0))
        .containsEntry("amount", claim.toPlainString());
    SettledFolder settled = SettledFolder.of("library-hosting-net", "2025-Q2", temp);
    assertThat(settled.amount("late.1"))
        .isEqualByComparingTo(fen(claim.multiply(decimal("0.0075"))));
    assertThat(settled.total("outsideTax")).isEqualByComparingTo(settled.amount("late.1"));
    assertThat(settled.findings()).contains("meter.corrected");
  }

  /** The photovoltaic roof is shown and never charged. */
  @Test
  void theLibrarysOwnGenerationIsNoAmount() {
    SettledFolder settled = SettledFolder.of("library-hosting-net", "2025-Q3", temp);
    assertThat(settled.has("roof.self-used/electricity")).isTrue();
    assertThat(settled.statement().toString()).contains("\"GENERATED\"");
  }

  /** Fee, price rise shared by half, score, surplus above 90,000 back, water at 9 %, interest. */
  @Test
  void theCollegeGetsBackWhatTheFeeLeavesAboveItsLimit() {
    SettledFolder settled = SettledFolder.of("college-water-hosting", "2025-Q3", temp);
    BigDecimal baseline = fen(decimal("308400").multiply(decimal("3.95")));
    BigDecimal year = fen(baseline.multiply(decimal("0.90"))).add(decimal("96000.00"));
    BigDecimal fee = fen(part(year, "273", "365")).subtract(fen(part(year, "181", "365")));
    assertThat(settled.amount("fee")).isEqualByComparingTo(fee);
    // 3.95 became 4.25, 7.6 %, more than 5 %; the college bears half of it
    BigDecimal rise =
        decimal("308400")
            .multiply(decimal("0.30"))
            .multiply(decimal("0.90"))
            .multiply(decimal("0.5"));
    BigDecimal price = fen(part(rise, "92", "365"));
    assertThat(settled.amount("price/water")).isEqualByComparingTo(price);
    // 9,260 and 10,150 persons over the quarter are 3.8 % more than 9,200: below 5 %
    assertThat(settled.amount("students")).isEqualByComparingTo("0.00");
    // 0.6 × 91 + 0.4 × 78 = 85.8 pays 98 % of a tenth
    BigDecimal linked = fen(fee.add(price).multiply(decimal("0.10")));
    BigDecimal score = fen(linked.multiply(decimal("0.98"))).subtract(linked);
    assertThat(settled.amount("score")).isEqualByComparingTo(score);
    BigDecimal water =
        fen(
            sum(column("college-water-hosting/meters/campus.csv", "value_m3", 7, 9))
                .multiply(decimal("4.25")));
    BigDecimal earned = fee.add(price).add(score);
    BigDecimal surplus = earned.subtract(water).subtract(decimal("90000.00"));
    assertThat(settled.amount("surplus")).isEqualByComparingTo(surplus.negate());
    assertThat(settled.amount("resold/water")).isEqualByComparingTo(water);
    // 294,679.26 due on 10 August: 180,000 after 19 days, the rest after 18 more, 5/10,000 a day
    BigDecimal claim =
        SettledFolder.of("college-water-hosting", "2025-Q2", temp).total("netPayable");
    BigDecimal late =
        fen(
            claim
                .multiply(decimal("0.0095"))
                .add(claim.subtract(decimal("180000.00")).multiply(decimal("0.0090"))));
    assertThat(settled.amount("late.1")).isEqualByComparingTo(late);
    BigDecimal taxed = earned.subtract(surplus);
    assertThat(settled.total("gross")).isEqualByComparingTo(taxed);
    assertThat(settled.total("netPayable")).isEqualByComparingTo(taxed.add(late));
    BigDecimal tax =
        taxIn(fee, "0.06")
            .add(taxIn(price, "0.06"))
            .add(taxIn(score, "0.06"))
            .add(taxIn(surplus.negate(), "0.06"))
            .add(taxIn(water.negate(), "0.06"))
            .add(taxIn(water, "0.09"));
    assertThat(settled.total("tax")).isEqualByComparingTo(tax);
    assertThat(settled.findings()).contains("meter.estimated");
    assertThat(settled.statement().at("/key/runType").asText()).isEqualTo("PROVISIONAL");
  }
}
