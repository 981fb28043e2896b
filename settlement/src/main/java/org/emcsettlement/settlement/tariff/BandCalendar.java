package org.emcsettlement.settlement.tariff;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * When which time band of a tariff runs (尖峰平谷时段): the first rule that fits decides.
 *
 * @param bands the time bands in the order bills show them
 * @param rules the rules; none if bands are read from registers only
 */
public record BandCalendar(List<String> bands, List<Rule> rules) {

  /** The field's names of bands; others appear as written. */
  private static final Map<String, String> CHINESE =
      Map.of("sharp", "尖", "peak", "峰", "flat", "平", "valley", "谷", "deep-valley", "深谷");

  private static final int QUARTER = 15;
  private static final int DAY = 24 * 60;

  /** The kinds of days. */
  public enum Days {
    /** Days that the work calendar counts as worked. */
    WORKDAY,
    /** Weekends and holidays. */
    NON_WORKDAY
  }

  /**
   * A part of the day by the local clock, in whole quarters of an hour.
   *
   * @param from its first minute of the day
   * @param to the minute after its last; not after {@code from} if it runs past midnight
   */
  public record Hours(int from, int to) {

    private boolean holds(int minute) {
      return from < to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    static Hours parse(String text) {
      if (!text.matches("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}")) {
        throw new DateTimeException(text);
      }
      return new Hours(minute(text.substring(0, 5)), minute(text.substring(6)));
    }

    private static int minute(String clock) {
      int minute = Integer.parseInt(clock.substring(0, 2)) * 60;
      int past = Integer.parseInt(clock.substring(3));
      if (past > 59 || minute + past > DAY || past % QUARTER != 0) {
        throw new DateTimeException(clock);
      }
      return minute + past;
    }
  }

  /**
   * When a band runs; what is left empty does not restrict it.
   *
   * @param band the band
   * @param months the months, 1 to 12
   * @param days the kind of day
   * @param dates single periods, such as a holiday with its own prices
   * @param hours the parts of the day
   */
  public record Rule(
      String band,
      List<Integer> months,
      Optional<Days> days,
      List<Period> dates,
      List<Hours> hours) {

    boolean fits(int month, Days day, int minute) {
      return (months.isEmpty() || months.contains(month))
          && days.map(day::equals).orElse(true)
          && (hours.isEmpty() || hours.stream().anyMatch(part -> part.holds(minute)));
    }
  }

  /**
   * The band that runs at a time.
   *
   * @param time the local time
   * @param workday whether the work calendar counts the day as worked
   * @return the band, absent if no rule fits
   */
  public Optional<String> at(LocalDateTime time, boolean workday) {
    Days day = workday ? Days.WORKDAY : Days.NON_WORKDAY;
    int minute = time.getHour() * 60 + time.getMinute();
    return rules.stream()
        .filter(rule -> rule.fits(time.getMonthValue(), day, minute))
        .filter(
            rule ->
                rule.dates().isEmpty()
                    || rule.dates().stream().anyMatch(d -> d.contains(time.toLocalDate())))
        .map(Rule::band)
        .findFirst();
  }

  /** The label of a charge in a band. */
  static Bilingual label(Bilingual charge, String band) {
    return new Bilingual(
        charge.zh() + "，" + CHINESE.getOrDefault(band, band), charge.en() + ", " + band);
  }

  /** Reports rules of unknown bands, and the first quarter of an hour without a band. */
  void check(Place place, FindingCollector findings) {
    TreeSet<String> ruled = new TreeSet<>();
    rules.forEach(rule -> ruled.add(rule.band()));
    if (!new TreeSet<>(bands).containsAll(ruled)) {
      findings.add(
          TariffFinding.BANDS, place, "id", "timeOfUse", "given", ruled, "expected", bands);
    }
    List<Rule> always = rules.stream().filter(rule -> rule.dates().isEmpty()).toList();
    for (int month = 1; month <= 12 && !rules.isEmpty(); month++) {
      for (Days day : Days.values()) {
        for (int minute = 0; minute < DAY; minute += QUARTER) {
          if (!fits(always, month, day, minute)) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
            findings.add(
                TariffFinding.HOURS_UNBANDED, place, "month", month, "day", day, "time", time);
            return;
          }
        }
      }
    }
  }

  private static boolean fits(List<Rule> rules, int month, Days day, int minute) {
    return rules.stream().anyMatch(rule -> rule.fits(month, day, minute));
  }

  static Optional<BandCalendar> read(JsonObject json) {
    Optional<List<String>> bands =
        json.required("bands").flatMap(element -> element.list(JsonElement::text));
    if (bands.filter(List::isEmpty).isPresent()) {
      json.reject("bands", "至少给出一个时段", "must name at least one band");
    }
    List<Rule> rules = json.objects("rules", BandCalendar::rule);
    return json.build(() -> new BandCalendar(bands.orElseThrow(), rules));
  }

  private static Optional<Rule> rule(JsonObject json) {
    Optional<String> band = json.text("band");
    List<Integer> months = json.list("months", BandCalendar::month);
    Optional<Days> days = json.optional("days").flatMap(element -> element.constant(Days.class));
    List<Period> dates = json.list("dates", JsonElement::period);
    List<Hours> hours =
        json.list(
            "hours",
            element ->
                element.parsed(
                    Hours::parse,
                    "应为起止时刻（整刻钟），如 08:00-11:30",
                    "must be clock times in whole quarters of an hour, such as 08:00-11:30"));
    return json.build(() -> new Rule(band.orElseThrow(), months, days, dates, hours));
  }

  /** Reads the number of a month. */
  static Optional<Integer> month(JsonElement element) {
    return element
        .integer()
        .flatMap(
            month ->
                month >= 1 && month <= 12
                    ? Optional.of(month)
                    : element.reject("应为 1 至 12 月", "must be a month, 1 to 12"));
  }
}
