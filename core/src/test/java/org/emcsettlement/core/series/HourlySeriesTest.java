package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HourlySeriesTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  private static MeterReadings meter(ZoneId zone, String csv) {
    MeterFormat format =
        MeterFormat.builder()
            .commodity(Commodity.ELECTRICITY)
            .zone(zone)
            .unit(MeterUnit.KWH)
            .build();
    return MeterFile.read(TextSource.of("m.csv", csv), format, new FindingCollector())
        .orElseThrow();
  }

  private static HourlyTemperature station(ZoneId zone, String csv) {
    return DailyTemperature.read(TextSource.of("s.csv", csv), zone, new FindingCollector())
        .flatMap(DailyTemperature::hours)
        .orElseThrow();
  }

  /** Quarters of an hour add up; an hour that lacks one of them has no use. */
  @Test
  void quartersMakeHours() {
    HourlyUse use =
        HourlyUse.of(
            meter(
                OSLO,
                """
                start,value
                2025-01-01T00:00:00+01:00,0.1
                2025-01-01T00:15:00+01:00,0.2
                2025-01-01T00:30:00+01:00,0.3
                2025-01-01T00:45:00+01:00,0.4
                2025-01-01T01:00:00+01:00,1
                2025-01-01T01:15:00+01:00,
                2025-01-01T01:30:00+01:00,1
                2025-01-01T01:45:00+01:00,1
                """));
    assertThat(use.size()).isEqualTo(2);
    assertThat(use.at(at("2024-12-31T23:59:59Z"))).contains(Rational.of(BigDecimal.ONE));
    assertThat(use.at(at("2025-01-01T00:00:00Z"))).isEmpty();
    assertThat(use.at(at("2025-01-01T01:00:00Z"))).isEmpty();
  }

  /** Every notation of an hour's start, the end of the day as 24:00 among them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-02T00:00:00+01:00",
        "2025-01-02 00:00+01:00",
        "2025-01-01T23:00:00Z",
        "2025-01-02T00:00",
        "2025-01-02 00:00:00",
        "2025-01-02T00:00:00.000",
        "2025-01-01 24:00",
        "2025/1/2 0:00",
        "2025/01/01 24:00:00",
      })
  void midnight(String text) {
    HourlyUse use =
        HourlyUse.of(
            meter(OSLO, "start,end,value\n" + text + ",2025-01-02T01:00" + zone(text) + ",7\n"));
    assertThat(use.at(at("2025-01-01T23:00:00Z"))).contains(Rational.of(7));
  }

  private static String zone(String text) {
    return text.matches(".*(Z|\\+01:00)") ? "+01:00" : "";
  }

  /** In the night of the change both hours named 02 are hours of their own. */
  @Test
  void theRepeatedHourIsTwoHours() {
    HourlyUse use =
        HourlyUse.of(
            meter(
                OSLO,
                """
                start,value
                2025-10-26T01:00:00+02:00,1
                2025-10-26T02:00:00+02:00,2
                2025-10-26T02:00:00+01:00,3
                2025-10-26T03:00:00+01:00,4
                """));
    assertThat(use.size()).isEqualTo(4);
    assertThat(use.at(at("2025-10-26T00:30:00Z"))).contains(Rational.of(2));
    assertThat(use.at(at("2025-10-26T01:30:00Z"))).contains(Rational.of(3));
  }

  /** Where clocks are half an hour off, hours begin at the half hour of UTC. */
  @Test
  void hoursFollowTheLocalClock() {
    HourlyUse use =
        HourlyUse.of(
            meter(
                ZoneId.of("Asia/Kolkata"),
                """
                start,value
                2025-01-01T00:00:00+05:30,1
                2025-01-01T01:00:00+05:30,2
                """));
    assertThat(use.start(0)).isEqualTo(at("2024-12-31T18:30:00Z"));
    assertThat(use.at(at("2024-12-31T19:29:59Z"))).contains(Rational.of(1));
    assertThat(use.at(at("2024-12-31T19:30:00Z"))).contains(Rational.of(2));
  }

  @Test
  void aBoundaryIsTheSignedSumOfHoursThatAllMetersHave() {
    HourlyUse main =
        HourlyUse.of(
            meter(OSLO, "start_utc,value\n2025-01-01T00:00:00Z,10\n2025-01-01T01:00:00Z,20\n"));
    HourlyUse kitchen =
        HourlyUse.of(
            meter(OSLO, "start_utc,value\n2025-01-01T00:00:00Z,3\n2025-01-01T01:00:00Z,\n"));
    HourlyUse sum =
        HourlyUse.sum(List.of(new HourlyUse.Signed(main, 1), new HourlyUse.Signed(kitchen, -1)));
    assertThat(sum.at(at("2025-01-01T00:00:00Z"))).contains(Rational.of(7));
    assertThat(sum.at(at("2025-01-01T01:00:00Z"))).isEmpty();
  }

  @Test
  void daysAreNotSpreadOverHours() {
    MeterReadings daily = meter(OSLO, "date,value\n2025-01-01,1\n2025-01-02,1\n2025-01-03,1\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HourlyUse.of(daily))
        .withMessage("readings of m.csv are DAILY; they are not spread over hours");
  }

  /** (−0.01 − 0.02)/2 = −0.015, HALF_UP to −0.02; unrounded for methods defined on raw values. */
  @Test
  void anHoursTemperatureIsTheMeanOfItsReadings() {
    HourlyTemperature hours =
        station(
            OSLO,
            """
            time,celsius
            2025-01-01T00:00:00+01:00,-0.01
            2025-01-01T00:30:00+01:00,-0.02
            2025-01-01T01:00:00+01:00,
            2025-01-01T01:30:00+01:00,4
            2025-01-01T02:00:00+01:00,
            2025-01-01T02:30:00+01:00,
            2025-01-01T03:00:00+01:00,5
            2025-01-01T03:30:00+01:00,5
            """);
    assertThat(hours.hundredthsAt(at("2024-12-31T23:00:00Z"))).hasValue(-2);
    assertThat(hours.celsiusAt(at("2024-12-31T23:00:00Z"))).isEqualTo(-0.015);
    assertThat(hours.hundredthsAt(at("2025-01-01T00:00:00Z"))).hasValue(400);
    assertThat(hours.hundredthsAt(at("2025-01-01T01:00:00Z"))).isEmpty();
    assertThat(hours.celsiusAt(at("2025-01-01T01:00:00Z"))).isNaN();
    assertThat(hours.celsiusAt(at("2025-01-01T09:00:00Z"))).isNaN();
  }

  @Test
  void aStationReadByDayHasNoHours() {
    Optional<DailyTemperature> daily =
        DailyTemperature.read(
            TextSource.of("s.csv", "date,celsius\n2025-01-01,1\n2025-01-02,2\n"),
            OSLO,
            new FindingCollector());
    assertThat(daily.orElseThrow().hours()).isEmpty();
  }

  /** 50 °F = 10 °C exactly; 70.1 °F = 21.1666… °C, kept to a millionth. */
  @Test
  void fahrenheitIsConverted() {
    HourlyTemperature hours =
        station(OSLO, "time_utc,fahrenheit\n2025-01-01T00:00:00Z,50\n2025-01-01T01:00:00Z,70.1\n");
    assertThat(hours.celsiusAt(at("2025-01-01T00:00:00Z"))).isEqualTo(10);
    assertThat(hours.celsiusAt(at("2025-01-01T01:00:00Z"))).isEqualTo(21.166667);
    assertThat(hours.hundredthsAt(at("2025-01-01T01:00:00Z"))).hasValue(2117);
  }
}
