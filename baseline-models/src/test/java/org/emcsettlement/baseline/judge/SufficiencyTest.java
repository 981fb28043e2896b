package org.emcsettlement.baseline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.judge.AnnualStatistics.Indicator;
import org.emcsettlement.baseline.judge.AnnualStatistics.PricedQuantity;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

/** Where each rule turns, on data made for it. */
class SufficiencyTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);

  private static long midnight(LocalDate date) {
    return date.atStartOfDay(CHINA).toEpochSecond();
  }

  /** A year of days. */
  private static List<UseRow> days(IntToDoubleFunction use) {
    return IntStream.range(0, 365)
        .mapToObj(
            i ->
                new UseRow(
                    midnight(NEW_YEAR.plusDays(i)),
                    midnight(NEW_YEAR.plusDays(i + 1)),
                    use.applyAsDouble(i),
                    false))
        .toList();
  }

  /** Bills of given lengths [d], each of ten units a day; negative lengths are estimated. */
  private static List<UseRow> bills(int... lengths) {
    List<UseRow> bills = new ArrayList<>();
    LocalDate start = NEW_YEAR;
    for (int length : lengths) {
      int days = Math.abs(length);
      LocalDate end = start.plusDays(days);
      bills.add(new UseRow(midnight(start), midnight(end), 10.0 * days, length < 0));
      start = end;
    }
    return bills;
  }

  private static Screening screen(
      String set, Commodity commodity, Resolution resolution, List<UseRow> rows) {
    return Sufficiency.of(set, resolution)
        .screen(DataCoverage.of(commodity, resolution, CHINA, rows, hour -> true));
  }

  private static Screening screenBills(int... lengths) {
    return screen("caltrack", Commodity.NATURAL_GAS, Resolution.BILLING, bills(lengths));
  }

  private static List<String> codes(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static double wave(int day) {
    return 100 + day % 50;
  }

  @Test
  void aWholeYearSuffices() {
    Screening screening =
        screen("caltrack", Commodity.WATER, Resolution.DAILY, days(SufficiencyTest::wave));
    assertThat(screening.findings()).isEmpty();
    assertThat(screening.isSufficient()).isTrue();
  }

  /** 37 of 365 days may be missing, the 38th may not. */
  @Test
  void coverageTurnsAtTheThirtyEighthDay() {
    IntToDoubleFunction without37 = day -> day % 9 == 1 && day < 9 * 37 ? Double.NaN : wave(day);
    IntToDoubleFunction without38 = day -> day % 9 == 1 && day < 9 * 38 ? Double.NaN : wave(day);
    assertThat(
            screen("caltrack", Commodity.WATER, Resolution.DAILY, days(without37)).isSufficient())
        .isFalse();
    assertThat(
            codes(
                screen("caltrack", Commodity.WATER, Resolution.DAILY, days(without38)).findings()))
        .containsExactly("fit.coverage", "fit.missing-use");
  }

  /** Zeros of water may be true and are never touched. */
  @Test
  void zerosConcernElectricityAlone() {
    List<UseRow> rows = days(day -> day == 10 || day == 20 ? 0 : wave(day));
    Screening opendsm = screen("opendsm", Commodity.ELECTRICITY, Resolution.DAILY, rows);
    assertThat(codes(opendsm.findings())).containsExactly("fit.zero-use-missing");
    assertThat(opendsm.rows().get(10).isKnown()).isFalse();
    assertThat(opendsm.isSufficient()).isTrue();
    assertThat(opendsm.findings().list().get(0).en())
        .isEqualTo("2 zeros of electricity, the first on 2023-01-11, were taken as missing.");
    Screening water = screen("opendsm", Commodity.WATER, Resolution.DAILY, rows);
    assertThat(codes(water.findings())).containsExactly("fit.extreme-values");
    assertThat(water.rows()).isEqualTo(rows);
  }

  /** OpenDSM: fewer than a tenth of the values distinct; 36 of 365 are, 37 are not. */
  @Test
  void repeatedValuesAreCounted() {
    assertThat(
            codes(
                screen("opendsm", Commodity.WATER, Resolution.DAILY, days(day -> 100 + day % 36))
                    .findings()))
        .containsExactly("fit.repeated-values");
    assertThat(
            screen("opendsm", Commodity.WATER, Resolution.DAILY, days(day -> 100 + day % 37))
                .findings())
        .isEmpty();
  }

  /** Monthly bills of 25 to 35 days count, shorter and longer ones do not. */
  @Test
  void offCycleBillsAreLeftOut() {
    Screening screening = screenBills(25, 35, 30, 30, 30, 30, 24, 36, 30, 30, 30, 30, 5);
    assertThat(IntStream.range(0, 13).filter(i -> !screening.rows().get(i).isKnown()).toArray())
        .containsExactly(6, 7, 12);
    assertThat(codes(screening.findings()))
        .containsExactly("fit.off-cycle-read", "fit.coverage", "fit.missing-use");
    // 365 − 24 − 36 − 5
    assertThat(screening.findings().list().get(1).arguments()).containsEntry("days", "300");
  }

  /** Where bills are bimonthly, 70 days count and 71 do not. */
  @Test
  void bimonthlyBillsMayBeLonger() {
    Screening screening = screenBills(70, 71, 60, 60, 60, 44);
    assertThat(IntStream.range(0, 6).filter(i -> !screening.rows().get(i).isKnown()).toArray())
        .containsExactly(1);
  }

  /** An estimate goes with the reading after it; its days count as missing all the same. */
  @Test
  void estimatesGoWithTheReadingAfterThem() {
    Screening screening = screenBills(31, 28, -31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    assertThat(screening.rows()).hasSize(11);
    UseRow merged = screening.rows().get(2);
    assertThat(merged.days()).isEqualTo(61);
    assertThat(merged.use()).isCloseTo(610, within(1e-9));
    // 334 of 365 days were read
    assertThat(codes(screening.findings())).containsExactly("fit.estimates-merged");
  }

  @Test
  void mergedBimonthlyBillsCount() {
    Screening screening = screenBills(60, -25, 45, 60, 60, 60, 55);
    assertThat(screening.rows()).hasSize(6).allMatch(UseRow::isKnown);
    assertThat(codes(screening.findings())).containsExactly("fit.estimates-merged");
  }

  /** Three estimates of a month and the reading after them are longer than 70 days. */
  @Test
  void estimatesWithoutAReadingInTimeAreLeftOut() {
    Screening screening = screenBills(31, -28, -31, -30, 31, 30, 31, 31, 30, 31, 30, -31);
    assertThat(screening.rows()).hasSize(12);
    assertThat(IntStream.range(0, 12).filter(i -> !screening.rows().get(i).isKnown()).toArray())
        .containsExactly(1, 2, 3, 4, 11);
    assertThat(codes(screening.findings()))
        .containsExactly("fit.estimates-unmerged", "fit.coverage", "fit.missing-use");
  }

  @Test
  void dataWithoutUseSaySo() {
    assertThat(
            codes(
                screen("caltrack", Commodity.WATER, Resolution.DAILY, days(day -> Double.NaN))
                    .findings()))
        .containsExactly("fit.too-few-observations");
  }

  @Test
  void quotedThresholdsAreLabelled() {
    assertThat(
            codes(
                screen("ashrae-14", Commodity.WATER, Resolution.DAILY, days(SufficiencyTest::wave))
                    .findings()))
        .containsExactly("fit.criterion-unverified");
  }

  @Test
  void theSizeOfAFitIsJudgedApart() {
    Sufficiency set = Sufficiency.of(Sufficiency.DEFAULT, Resolution.BILLING);
    assertThat(set.judgeFit(12, 8)).isEmpty();
    assertThat(codes(set.judgeFit(11, 8)))
        .containsExactly("fit.few-observations", "fit.few-degrees-of-freedom");
  }

  @Test
  void anUnknownSetIsTheCallersMistake() {
    assertThat(Sufficiency.names(Resolution.DAILY))
        .containsExactly(
            "emc-default", "caltrack", "opendsm", "ashrae-14", "gb-public-institution");
    assertThatThrownBy(() -> Sufficiency.of("caltrack-2", Resolution.DAILY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "sufficiency set \"caltrack-2\" is unknown for DAILY data; known: emc-default");
  }

  private static final List<BigDecimal> MONTHS = Collections.nCopies(12, new BigDecimal("1000"));

  private static List<String> reviewed(AnnualStatistics statistics) {
    return codes(Sufficiency.of("gb-public-institution", Resolution.BILLING).judge(statistics));
  }

  private static AnnualStatistics.Builder year() {
    return AnnualStatistics.builder().year(2024).months(MONTHS);
  }

  /** 0.5 % of 12,000 is 60. */
  @Test
  void anAnnualTotalIsTheSumOfItsMonths() {
    assertThat(reviewed(year().reportedTotal(new BigDecimal("12060")).build())).isEmpty();
    assertThat(reviewed(year().reportedTotal(new BigDecimal("12060.01")).build()))
        .containsExactly("fit.annual-total");
    assertThat(reviewed(year().reportedTotal(new BigDecimal("11939.99")).build()))
        .containsExactly("fit.annual-total");
  }

  /** The published example: 320,355.75 at 89.61 a gigajoule is 3,575 GJ. */
  @Test
  void costAndPriceReconcileWithTheQuantity() {
    assertThat(reviewed(bill("320355.75", "89.61", "3575"))).isEmpty();
    assertThat(reviewed(bill("320355.75", "89.61", "3575.00"))).isEmpty();
    assertThat(reviewed(bill("320355.75", "89.61", "3576"))).containsExactly("fit.cost-quantity");
  }

  private static AnnualStatistics bill(String cost, String price, String quantity) {
    return year()
        .addBills(
            new PricedQuantity(
                new BigDecimal(cost), new BigDecimal(price), new BigDecimal(quantity)))
        .build();
  }

  /** 15 % on the year, 30 % on a month, either way. */
  @Test
  void yearsAndMonthsAreCompared() {
    BigDecimal[] before = MONTHS.toArray(BigDecimal[]::new);
    before[6] = new BigDecimal("769"); // 1000 is 30.04 % more
    assertThat(reviewed(year().monthsBefore(Arrays.asList(before)).build()))
        .containsExactly("fit.same-month");
    before[6] = new BigDecimal("770"); // 29.87 %
    assertThat(reviewed(year().monthsBefore(Arrays.asList(before)).build())).isEmpty();
    Arrays.fill(before, new BigDecimal("1200")); // 16.7 % less
    assertThat(reviewed(year().monthsBefore(Arrays.asList(before)).build()))
        .containsExactly("fit.year-on-year");
  }

  @Test
  void heatingNeedsItsElectricity() {
    assertThat(reviewed(year().isHeatedByElectricity(true).build()))
        .containsExactly("fit.heating-zero");
    assertThat(
            reviewed(
                year()
                    .isHeatedByElectricity(true)
                    .heatingElectricity(new BigDecimal("0.1"))
                    .build()))
        .isEmpty();
  }

  @Test
  void indicatorsArePlausible() {
    assertThat(reviewed(indicator("3"))).isEmpty();
    assertThat(reviewed(indicator("2.99"))).containsExactly("fit.implausible");
    assertThat(reviewed(indicator("200"))).isEmpty();
    assertThat(reviewed(indicator("200.01"))).containsExactly("fit.implausible");
  }

  private static AnnualStatistics indicator(String value) {
    return year().indicators(Map.of(Indicator.ENERGY_PER_AREA, new BigDecimal(value))).build();
  }

  /** Other sets have no rule for statistics and say nothing of them. */
  @Test
  void onlyTheInstitutionsSetReviewsStatistics() {
    assertThat(Sufficiency.of("caltrack", Resolution.BILLING).judge(indicator("1"))).isEmpty();
  }

  @Test
  void aYearHasTwelveMonths() {
    assertThatThrownBy(
            () -> AnnualStatistics.builder().year(2024).months(MONTHS.subList(0, 11)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("months has 11 quantities, must have 12");
  }
}
