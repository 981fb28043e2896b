package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeterFileTest {

  private static final MeterFormat ELECTRICITY =
      MeterFormat.builder()
          .commodity(Commodity.ELECTRICITY)
          .zone(ZoneId.of("Asia/Shanghai"))
          .unit(MeterUnit.KWH)
          .build();

  private final FindingCollector findings = new FindingCollector();

  private Optional<MeterReadings> read(MeterFormat format, String text) {
    return MeterFile.read(TextSource.of("meters/m1.csv", text), format, findings);
  }

  private List<String> codes() {
    return findings.findings().stream().map(Finding::code).toList();
  }

  private static List<String> quantities(MeterReadings readings) {
    return IntStream.range(0, readings.size())
        .mapToObj(i -> readings.quantity(i).toString())
        .toList();
  }

  /** Faults of one file each: text (rows joined by ;), expected codes, place of the first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when,value;2025-07-01,1 | csv.missing-column | meters/m1.csv",
        "start,reading;2025-07-01,1 | csv.missing-column | meters/m1.csv",
        "start,value,value_kwh;2025-07-01,1,1 | csv.duplicate-column | meters/m1.csv",
        "start,value_MWh;2025-07-01,1;2025-07-02,1 | unit.conflict | meters/m1.csv [value_mwh]",
        "start,value_furlong;2025-07-01,1;2025-07-02,1 | unit.not-convertible | meters/m1.csv [value_furlong]",
        "start,value;2025-07-01T00:00+08:00,1;2025-07-01T01:00,1 | time.mixed-offsets | meters/m1.csv:3 [start]",
        "start,value;2025-07-01T00:00+08:00,1;2025-07-01T00:30+07:00,1;2025-07-01T03:00+08:00,1"
            + " | time.mixed-offsets | meters/m1.csv:3 [start]",
        "start,value;yesterday,1;2025-07-01,1 | time.format | meters/m1.csv:2 [start]",
        "start,value;2025-07-01,1;2025-07-01,2;2025-07-02,1"
            + " | series.conflict | meters/m1.csv:3 (2025-06-30T16:00:00Z)",
        "start,end,value;2025-07-01,2025-07-03,1;2025-07-02,2025-07-04,2"
            + " | series.overlap | meters/m1.csv:3",
        "start,value;2025-07-01,1;2025-07-02,1;2025-07-02T09:00,1;2025-07-03,1;2025-07-04,1"
            + " | series.late-start series.overlap | meters/m1.csv",
        "start,end,value;2025-07-02,2025-07-01,1 | series.backwards | meters/m1.csv:2",
        "start,value,multiplier;2025-07-01,1,40;2025-07-02,1,60"
            + " | meter.multiplier-changed | meters/m1.csv:3",
        "start,value,multiplier;2025-07-01,1,40;2025-07-02,1,-40"
            + " | meter.multiplier-range | meters/m1.csv:3",
        "start,value;2025-07-01,NaN;2025-07-02,∞ | csv.not-finite csv.not-finite | meters/m1.csv:2 [value]",
        "start,value;2025-07-01,99999999999999999;2025-07-02,1 | series.too-large | meters/m1.csv:2"
      })
  void faultsThatBlock(String rows, String codes, String place) {
    assertThat(read(ELECTRICITY, rows.replace(';', '\n'))).isEmpty();
    assertThat(codes()).containsExactly(codes.strip().split(" ", -1));
    Finding first = findings.findings().list().get(0);
    assertThat(first.place().describe()).isEqualTo(place.strip());
    assertThat(first.text(Locale.CHINESE)).isNotEqualTo(first.text(Locale.ENGLISH));
  }

  @Test
  void aMeterWithoutUnitIsRefused() {
    MeterFormat noUnit =
        MeterFormat.builder().commodity(Commodity.HEAT).zone(ZoneId.of("Asia/Shanghai")).build();
    assertThat(read(noUnit, "start,value\n2025-07-01,1\n2025-07-02,1\n")).isEmpty();
    assertThat(codes()).containsExactly("unit.missing");
  }

  @Test
  void unitsConvertExactlyAndMultipliersApply() {
    MeterFormat heat =
        MeterFormat.builder()
            .commodity(Commodity.HEAT)
            .zone(ZoneId.of("Asia/Shanghai"))
            .multiplier(new BigDecimal("2.5"))
            .build();
    MeterReadings readings =
        read(heat, "date,value_kwh\n2025-07-01,10.1\n2025-07-02,\n2025-07-03,7\n").orElseThrow();
    assertThat(quantities(readings)).containsExactly("0.0909", "0", "0.063");
    assertThat(readings.quality(1)).isEqualTo(Quality.MISSING);
    assertThat(readings.resolution()).isEqualTo(Resolution.DAILY);
  }

  @Test
  void rowOrderRepeatsAndSpreadsheetTimesDoNotMatter() {
    String plain = "start,value\n2025-07-01T00:00,1\n2025-07-01T01:00,2\n2025-07-01T02:00,3.50\n";
    String messy =
        "value,start\n3.5,2025/7/1 2:00\n1,2025/7/1 0:00\n2,2025/7/1 1:00:00\n1,2025/7/1 0:00\n";
    MeterReadings first = read(ELECTRICITY, plain).orElseThrow();
    MeterReadings second = read(ELECTRICITY, messy).orElseThrow();
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(codes()).containsExactly("series.duplicate");
    assertThat(first.digest().rows()).isEqualTo(3);
  }

  @Test
  void offsetsOfSummerTimeAreNoMixture() {
    MeterFormat oslo =
        MeterFormat.builder().from(ELECTRICITY).zone(ZoneId.of("Europe/Oslo")).build();
    assertThat(
            read(
                oslo,
                """
                start_local,value_kwh
                2025-03-30T01:00:00+01:00,1
                2025-03-30T03:00:00+02:00,1
                2025-03-30T04:00:00+02:00,1
                """))
        .isPresent();
    assertThat(codes()).isEmpty();
  }

  @Test
  void localTimesAreReadThroughClockChanges() {
    MeterFormat oslo =
        MeterFormat.builder().from(ELECTRICITY).zone(ZoneId.of("Europe/Oslo")).build();
    MeterReadings autumn =
        read(
                oslo,
                "time,value\n2025-10-26T01:00,1\n2025-10-26T02:00,2\n2025-10-26T02:00,3\n2025-10-26T03:00,4\n")
            .orElseThrow();
    assertThat(autumn.start(1)).hasToString("2025-10-26T00:00:00Z");
    assertThat(autumn.start(2)).hasToString("2025-10-26T01:00:00Z");
    assertThat(read(oslo, "time,value\n2025-03-30T01:00,1\n2025-03-30T02:30,2\n")).isEmpty();
    assertThat(codes()).containsExactly("time.skipped");
  }

  @Test
  void monthlyRowsLastAMonthAndIrregularOnesUntilTheNext() {
    MeterReadings monthly =
        read(ELECTRICITY, "date,value\n2025-01-01,1\n2025-02-01,2\n2025-04-01,4\n").orElseThrow();
    assertThat(monthly.resolution()).isEqualTo(Resolution.BILLING);
    assertThat(BilledUse.of(monthly).bills())
        .extracting(bill -> bill.period().toString())
        .containsExactly("2025-01-01/2025-02-01", "2025-02-01/2025-03-01", "2025-04-01/2025-05-01");
    MeterReadings bills =
        read(ELECTRICITY, "date,value\n2025-01-03,10\n2025-02-05,20\n2025-03-02,30\n")
            .orElseThrow();
    assertThat(BilledUse.of(bills).bills())
        .extracting(bill -> bill.period().toString())
        .containsExactly("2025-01-03/2025-02-05", "2025-02-05/2025-03-02");
    assertThat(codes()).containsExactly("series.open-end");
  }

  @Test
  void registersCountDifferences() {
    MeterFormat register =
        MeterFormat.builder()
            .from(ELECTRICITY)
            .kind(MeterKind.REGISTER)
            .multiplier(BigDecimal.valueOf(40))
            .registerRange(BigDecimal.valueOf(100_000))
            .build();
    MeterReadings readings =
        read(
                register,
                """
                date,value,quality,event
                2025-01-01,99000.5,,
                2025-02-01,99900,,
                2025-03-01,150.5,ESTIMATED,
                2025-04-01,400,,
                2025-04-01,5,,EXCHANGE
                2025-05-01,105,,
                """)
            .orElseThrow();
    assertThat(quantities(readings)).containsExactly("35980", "10020", "9980", "4000");
    assertThat(readings.quality(1)).isEqualTo(Quality.ESTIMATED);
    assertThat(readings.quality(2)).isEqualTo(Quality.ESTIMATED);
    assertThat(codes()).containsExactly("meter.rollover");
  }

  /** 10 units by a ratio of 40 and 10 by 60, in any order of rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-01,110,40,;2025-02-01,110,60,EXCHANGE;2025-03-01,120,60,",
        "2025-03-01,120,60,;2025-02-01,110,60,EXCHANGE;2025-02-01,110,40,",
      })
  void aTransformerRatioChangesWithAnExchange(String rows) {
    MeterFormat register = MeterFormat.builder().from(ELECTRICITY).kind(MeterKind.REGISTER).build();
    MeterReadings readings =
        read(
                register,
                "date,value,multiplier,event\n2025-01-01,100,40,\n" + rows.replace(';', '\n'))
            .orElseThrow();
    assertThat(quantities(readings)).containsExactly("400", "600");
    assertThat(codes()).isEmpty();
  }

  /** A row without a ratio of its own has the contract's. */
  @Test
  void anEmptyMultiplierIsTheContracts() {
    MeterFormat forty =
        MeterFormat.builder().from(ELECTRICITY).multiplier(BigDecimal.valueOf(40)).build();
    MeterReadings readings =
        read(
                forty,
                """
                start,end,value,multiplier,event
                2025-01-01,2025-02-01,10,,
                2025-02-01,2025-03-01,10,60,EXCHANGE
                """)
            .orElseThrow();
    assertThat(quantities(readings)).containsExactly("400", "600");
  }

  @Test
  void aRegisterThatRunsBackwardsBlocks() {
    MeterFormat register = MeterFormat.builder().from(ELECTRICITY).kind(MeterKind.REGISTER).build();
    assertThat(read(register, "date,value\n2025-01-01,500\n2025-02-01,400\n2025-03-01,900\n"))
        .isEmpty();
    assertThat(codes()).containsExactly("meter.register-backwards");
    assertThat(findings.findings().list().get(0).en()).contains("from 500 to 400");
  }

  @Test
  void tooManyDecimalsAreRoundedAndSaid() {
    MeterReadings readings =
        read(ELECTRICITY, "date,value\n2025-01-01,0.12345678949\n2025-01-02,1\n2025-01-03,1\n")
            .orElseThrow();
    assertThat(readings.quantity(0)).isEqualTo(Rational.parse("0.123456789"));
    assertThat(codes()).containsExactly("series.rounded");
  }

  /** A daily meter whose data were late on one day: both days count, with their own rows. */
  @Test
  void aLateRowCountsForItsDay() {
    MeterReadings readings =
        read(
                ELECTRICITY,
                """
                start,value
                2025-07-01,1
                2025-07-02,2
                2025-07-03T09:45,4
                2025-07-04,8
                2025-07-05,16
                """)
            .orElseThrow();
    assertThat(codes()).containsExactly("series.late-start");
    DailyUse use = DailyUse.of(readings);
    assertThat(use.on(LocalDate.parse("2025-07-03"))).contains(Rational.of(4));
    assertThat(use.on(LocalDate.parse("2025-07-04"))).contains(Rational.of(8));
  }
}
