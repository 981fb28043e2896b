package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;

/** Laws of reading and of forming days: order, notation and unit never change a quantity. */
class DailyUseProperties {

  private static final int HOURS = 24 * 5;

  @Provide
  Arbitrary<List<BigDecimal>> readings() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(999))
        .ofScale(3)
        .injectNull(0.02)
        .list()
        .ofSize(HOURS);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("Asia/Shanghai", "Europe/Oslo", "America/New_York", "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  /** Hours around the days on which clocks change in Europe and America. */
  @Provide
  Arbitrary<LocalDateTime> starts() {
    return Arbitraries.of("2024-03-09", "2024-03-29", "2024-10-25", "2024-11-02", "2024-06-01")
        .map(date -> LocalDateTime.parse(date + "T00:00"));
  }

  private static Optional<MeterReadings> read(List<String> rows, String header, ZoneId zone) {
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(zone).build();
    return MeterFile.read(
        TextSource.of("m.csv", header + "\n" + String.join("\n", rows)),
        format,
        new FindingCollector());
  }

  private static List<String> rows(
      ZonedDateTime start, List<BigDecimal> values, BigDecimal factor, boolean utc) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ZonedDateTime time = start.plusHours(i);
      BigDecimal value = values.get(i);
      rows.add(
          (utc
                  ? time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime().toString()
                  : time.toOffsetDateTime().toString())
              + ","
              + (value == null ? "" : value.multiply(factor).toPlainString()));
    }
    return rows;
  }

  @Property(tries = 150)
  void orderNotationAndUnitChangeNothing(
      @ForAll("readings") List<BigDecimal> values,
      @ForAll("zones") ZoneId zone,
      @ForAll("starts") LocalDateTime start,
      @ForAll Random random) {
    ZonedDateTime first = start.atZone(zone);
    List<String> local = rows(first, values, BigDecimal.ONE, false);
    MeterReadings plain = read(local, "start,value_kwh", zone).orElseThrow();
    List<String> shuffled = new ArrayList<>(local);
    Collections.shuffle(shuffled, random);
    MeterReadings reordered = read(shuffled, "start,value_kwh", zone).orElseThrow();
    MeterReadings utc =
        read(rows(first, values, BigDecimal.ONE, true), "start_utc,value_kwh", zone).orElseThrow();
    MeterReadings megawatt =
        read(rows(first, values, new BigDecimal("0.001"), false), "start,value_mwh", zone)
            .orElseThrow();
    assertThat(reordered.digest()).isEqualTo(plain.digest());
    assertThat(utc.digest()).isEqualTo(plain.digest());
    assertThat(megawatt.digest()).isEqualTo(plain.digest());
  }

  @Property(tries = 150)
  void completeDaysConserveTheTotal(
      @ForAll("zones") ZoneId zone,
      @ForAll("starts") LocalDateTime start,
      @ForAll("readings") List<BigDecimal> values) {
    List<BigDecimal> complete =
        values.stream().map(value -> value == null ? BigDecimal.TEN : value).toList();
    MeterReadings readings =
        read(rows(start.atZone(zone), complete, BigDecimal.ONE, false), "start,value_kwh", zone)
            .orElseThrow();
    DailyUse use = DailyUse.of(readings);
    Rational counted = Rational.ZERO;
    Period inner = Period.of(use.coverage().start(), use.coverage().start().plusDays(4));
    for (var date : use.countedDays(inner)) {
      counted = counted.plus(use.on(date).orElseThrow());
    }
    Rational total = Rational.ZERO;
    for (int i = 0; i < readings.size(); i++) {
      if (readings.start(i).atZone(zone).toLocalDate().isBefore(inner.end())) {
        total = total.plus(readings.quantity(i));
      }
    }
    assertThat(counted).isEqualTo(total);
  }
}
