package org.emcsettlement.baseline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressorTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  /**
   * Temperature equals the hour of the day: 0 to 23 °C, on 26 and 27 October 2025 and a bit more.
   */
  private static DailyDrivers hourly() {
    StringBuilder csv = new StringBuilder("time,celsius\n");
    java.time.ZonedDateTime time = LocalDate.of(2025, 10, 25).atStartOfDay(OSLO);
    for (int i = 0; i < 24 + 25 + 24; i++) {
      csv.append(time.plusHours(i).toOffsetDateTime())
          .append(',')
          .append(time.plusHours(i).getHour())
          .append('\n');
    }
    return drivers(csv.toString(), OSLO);
  }

  private static DailyDrivers drivers(String weather, ZoneId zone) {
    DailyTemperature temperature =
        DailyTemperature.read(TextSource.of("w.csv", weather), zone, new FindingCollector())
            .orElseThrow();
    Occupancy occupancy =
        Occupancy.read(
                TextSource.of("o.csv", "start,end,headcount\n2025-01-01,2026-01-01,120\n"),
                new FindingCollector())
            .orElseThrow();
    return new DailyDrivers(Optional.of(temperature), occupancy, WorkCalendar.mainlandChina());
  }

  private static final DailyDrivers CHINA =
      drivers(
          "date,celsius\n2025-09-30,20.01\n2025-10-01,10.02\n2025-10-02,-3.3\n2025-10-04,8\n",
          ZoneId.of("Asia/Shanghai"));

  private static Optional<BigDecimal> on(String regressor, DailyDrivers drivers, String date) {
    return Regressor.parse(regressor).on(drivers, LocalDate.parse(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAYS",
        "TEMPERATURE_DAYS",
        "TEMPERATURE_DAYS(0.30)",
        "DEGREES_BELOW(15.50)",
        "DEGREES_ABOVE(-2.25,0.40)",
        "HEADCOUNT_DAYS",
        "SCHOOLDAY_DAYS",
        "DAYTYPE(WORKDAY)",
        "DAYTYPE(SWAPPED)",
        "MONTH(7)",
        "SIN_YEAR(1)",
        "COS_YEAR(2)",
        "HOUR_OF_WEEK(167)",
        "HOUR_DEGREES(*,10.00,1-5:8-18,20-22+6:9-12)",
        "HOUR_DEGREES(10.00,*,*)",
        "HOUR_DEGREES(-1.11,7.22,-)",
        "DAYTYPE(WORKDAY)*DEGREES_BELOW(15.50,0.30)",
        "MONTH(7)*HOUR_DEGREES(*,*,*)",
        "DAYTYPE(WORKDAY)*HEADCOUNT_DAYS*DEGREES_ABOVE(24.00)"
      })
  void textFormsAreReadBack(String text) {
    Regressor regressor = Regressor.parse(text);
    assertThat(regressor.text()).isEqualTo(text).isEqualTo(regressor.toString());
    assertThat(Regressor.parse(regressor.text())).isEqualTo(regressor);
    assertThat(Json.pretty(regressor).strip()).isEqualTo("\"" + text + "\"");
    assertThat(regressor.zh()).isNotBlank();
    assertThat(regressor.en()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAY",
        "_DAYS",
        "MONTH(13)",
        "HOUR_OF_WEEK(168)",
        "DAYTYPE(FUNDAY)",
        "SIN_YEAR(0)",
        "DEGREES_BELOW(1,1.5)",
        "DEGREES_BELOW(1,0.123)",
        "HOUR_DEGREES(10,5,*)",
        "HOUR_DEGREES(10,20)",
        "HOUR_DEGREES(*,*,1-5:18-8)",
        "HOUR_DEGREES(1.234,*,*)",
        "NOISE(1)"
      })
  void otherTextsAreRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Regressor.parse(text));
  }

  /** 0.7·10.02 + 0.3·20.01 = 13.017 → 13.02; 0.7·(−3.3) + 0.3·10.02 = 0.696 → 0.70. */
  @Test
  void theDayBeforeWeighsIn() {
    assertThat(on("TEMPERATURE_DAYS(0.30)", CHINA, "2025-10-01")).contains(new BigDecimal("13.02"));
    assertThat(on("TEMPERATURE_DAYS(0.30)", CHINA, "2025-10-02")).contains(new BigDecimal("0.70"));
    assertThat(on("DEGREES_BELOW(15.00,0.30)", CHINA, "2025-10-02"))
        .contains(new BigDecimal("14.30"));
    // no temperature on 29 September and 3 October
    assertThat(on("TEMPERATURE_DAYS(0.30)", CHINA, "2025-09-30")).isEmpty();
    assertThat(on("TEMPERATURE_DAYS(0.30)", CHINA, "2025-10-04")).isEmpty();
    assertThat(on("TEMPERATURE_DAYS", CHINA, "2025-10-04")).contains(new BigDecimal("8.00"));
  }

  /** −0.125 is half way between −0.12 and −0.13: away from zero, as HALF_UP says. */
  @Test
  void lagsRoundHalfUpOnBothSidesOfZero() {
    Lag half = new Lag(new BigDecimal("0.5"));
    assertThat(half.hundredths(-12, -13)).isEqualTo(-13);
    assertThat(half.hundredths(12, 13)).isEqualTo(13);
  }

  /** National Day 2025: 1 October (Wednesday) is a holiday, 28 September (Sunday) is worked. */
  @ParameterizedTest
  @CsvSource({
    "WORKDAY,2025-10-01,0",
    "RESTDAY,2025-10-01,1",
    "HOLIDAY,2025-10-01,1",
    "SWAPPED,2025-10-01,0",
    "WEDNESDAY,2025-10-01,1",
    "WORKDAY,2025-09-28,1",
    "SWAPPED,2025-09-28,1",
    "RESTDAY,2025-09-28,0",
    "SUNDAY,2025-09-28,1",
    "HOLIDAY,2025-10-04,0",
    "RESTDAY,2025-10-04,1"
  })
  void dayTypesFollowTheWorkCalendar(String type, String date, String value) {
    assertThat(on("DAYTYPE(" + type + ")", CHINA, date)).contains(new BigDecimal(value));
  }

  @Test
  void productsMultiplyDailyValues() {
    assertThat(on("DAYTYPE(HOLIDAY)*DEGREES_BELOW(15.00)", CHINA, "2025-10-01"))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("4.98"));
    assertThat(on("HEADCOUNT_DAYS*DEGREES_BELOW(15.00)", CHINA, "2025-10-01"))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("597.60"));
    assertThat(on("MONTH(9)*TEMPERATURE_DAYS", CHINA, "2025-10-03")).isEmpty();
    assertThat(Regressor.parse("HEADCOUNT_DAYS*DEGREES_BELOW(15.00)").unit())
        .isEqualTo("person·K·d");
    assertThat(Regressor.parse("DAYTYPE(WORKDAY)*DEGREES_BELOW(15.00)").unit()).isEqualTo("K·d");
    assertThat(Regressor.parse("HEADCOUNT_DAYS*DEGREES_BELOW(15.00)").drivers())
        .containsExactly("HEADCOUNT", "TEMPERATURE");
  }

  /** They start on 1 January and keep sin² + cos² = 1 and sin 2x = 2·sin x·cos x. */
  @Test
  void wavesRunOverTheYear() {
    assertThat(on("COS_YEAR(1)", CHINA, "2025-01-01")).contains(new BigDecimal("1.000000000"));
    assertThat(on("SIN_YEAR(1)", CHINA, "2025-01-01")).contains(new BigDecimal("0E-9"));
    double sin = on("SIN_YEAR(1)", CHINA, "2024-02-29").orElseThrow().doubleValue();
    double cos = on("COS_YEAR(1)", CHINA, "2024-02-29").orElseThrow().doubleValue();
    double twice = on("SIN_YEAR(2)", CHINA, "2024-02-29").orElseThrow().doubleValue();
    assertThat(sin * sin + cos * cos).isCloseTo(1, org.assertj.core.data.Offset.offset(2e-9));
    assertThat(twice).isCloseTo(2 * sin * cos, org.assertj.core.data.Offset.offset(2e-9));
  }

  /** Sunday 26 October 2025 in Oslo has 25 hours; 02:00 comes twice. */
  @Test
  void hoursOfTheWeekCountTheRepeatedHourTwice() {
    DailyDrivers oslo = hourly();
    int sundayTwo = 6 * 24 + 2;
    assertThat(on("HOUR_OF_WEEK(" + sundayTwo + ")", oslo, "2025-10-26"))
        .contains(new BigDecimal(2));
    assertThat(on("HOUR_OF_WEEK(" + (sundayTwo + 1) + ")", oslo, "2025-10-26"))
        .contains(BigDecimal.ONE);
    assertThat(on("HOUR_OF_WEEK(2)", oslo, "2025-10-26")).contains(BigDecimal.ZERO);
    assertThat(on("HOUR_OF_WEEK(2)", CHINA, "2025-10-01")).isEmpty();
  }

  /** Temperatures 0 … 23 with 2 twice: Σ = 276 + 2; up to 10: 0 … 10 with 2 twice, 13 times 10. */
  @Test
  void degreeHoursAreClippedAndSummed() {
    DailyDrivers oslo = hourly();
    assertThat(on("HOUR_DEGREES(*,*,*)", oslo, "2025-10-26")).contains(new BigDecimal("278.00"));
    assertThat(on("HOUR_DEGREES(*,10.00,*)", oslo, "2025-10-26"))
        .contains(new BigDecimal("187.00"));
    assertThat(on("HOUR_DEGREES(10.00,*,*)", oslo, "2025-10-26")).contains(new BigDecimal("91.00"));
    assertThat(on("HOUR_DEGREES(10.00,*,7:8-12)", oslo, "2025-10-26"))
        .contains(new BigDecimal("1.00"));
    assertThat(on("HOUR_DEGREES(10.00,*,1:8-12)", oslo, "2025-10-26"))
        .contains(new BigDecimal("0.00"));
    assertThat(on("HOUR_DEGREES(*,*,*)", oslo, "2025-10-28")).isEmpty();
    assertThat(Regressor.parse("HOUR_DEGREES(10.00,*,*)").unit()).isEqualTo("K·h");
  }

  @Test
  void hourSetsShareGroupsOfDays() {
    assertThat(HourSet.parse("1:8-18+2:8-18+3:8-18").toString()).isEqualTo("1-3:8-18");
    assertThat(HourSet.parse("1-7:0-24")).isEqualTo(HourSet.all());
    assertThat(HourSet.parse("1-7:0-24").toString()).isEqualTo("*");
    assertThat(HourSet.parse("6:9-12,14-16").size()).isEqualTo(5);
    assertThat(HourSet.parse("7:23-24").contains(167)).isTrue();
    assertThat(HourSet.parse("-").size()).isZero();
  }
}
