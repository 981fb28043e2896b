package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;

/**
 * The records of {@code static-factors.json}: {@code {"schemaVersion": 1, "records": [{"from":
 * "2024-01-01", "floorAreaSquareMetres": "12000", "headcount": {"min": 300, "max": 360},
 * "operatingHoursPerDay": "10", "equipment": [{"id": "chiller", "name": "冷水机组", "count": 2,
 * "ratedKilowatts": "180"}], "setPoints": {"heatingCelsius": "20", "coolingCelsius": "26"}}]}}.
 *
 * @param records the records by date
 * @param digest their identity
 */
public record StaticFactorFile(List<StaticFactors> records, InputDigest digest) {

  /** The name of the file in an evidence folder. */
  public static final String NAME = "static-factors.json";

  /**
   * A factor that is not what it was in the baseline period.
   *
   * @param factor its id, as of {@link StaticFactors#values()}
   * @param from since when it has its present value
   * @param days from the first to the last day of the reporting period on which it differs
   * @param before its value in the baseline period; – if it had none
   * @param after its present value; – if it has none
   */
  public record Change(String factor, LocalDate from, Period days, String before, String after) {}

  /** {@return a file without records} */
  public static StaticFactorFile none() {
    return new StaticFactorFile(List.of(), new InputDigest.Builder("").build());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes everything that is wrong, each with its pointer
   * @return the records, absent if something blocks
   */
  public static Optional<StaticFactorFile> read(TextSource source, FindingCollector findings) {
    return JsonDocument.read(
        source,
        findings,
        root -> {
          root.schemaVersion(1);
          Set<LocalDate> dates = new HashSet<>();
          root.required("records");
          List<StaticFactors> records =
              new ArrayList<>(root.objects("records", json -> factors(json, dates)));
          records.sort(Comparator.comparing(StaticFactors::from));
          return root.build(
              () -> new StaticFactorFile(List.copyOf(records), digest(source.name(), records)));
        });
  }

  private static InputDigest digest(String name, List<StaticFactors> records) {
    InputDigest.Builder digest = new InputDigest.Builder(name);
    records.forEach(factors -> digest.row(CanonicalJson.text(factors)));
    return digest.build();
  }

  private static Optional<StaticFactors> factors(JsonObject json, Set<LocalDate> dates) {
    Optional<LocalDate> from = json.date("from");
    if (from.isPresent() && !dates.add(from.get())) {
      json.reject("from", "该日期已有一条记录", "must not be the date of another record");
    }
    Optional<BigDecimal> area =
        json.optional(StaticFactors.FLOOR_AREA).flatMap(JsonElement::positive);
    Optional<StaticFactors.HeadcountBand> headcount =
        json.optional("headcount").flatMap(element -> element.object(StaticFactorFile::band));
    Optional<BigDecimal> hours =
        json.optional("operatingHoursPerDay").flatMap(JsonElement::notNegative);
    Set<String> ids = new HashSet<>();
    List<StaticFactors.Equipment> equipment =
        json.objects("equipment", item -> equipment(item, ids));
    Optional<StaticFactors.SetPoints> setPoints =
        json.optional("setPoints").flatMap(element -> element.object(StaticFactorFile::setPoints));
    return json.build(
        () -> new StaticFactors(from.orElseThrow(), area, headcount, hours, equipment, setPoints));
  }

  private static Optional<StaticFactors.HeadcountBand> band(JsonObject json) {
    Optional<Integer> min = json.required("min").flatMap(JsonElement::integer);
    Optional<Integer> max = json.required("max").flatMap(JsonElement::integer);
    if (min.isPresent() && max.isPresent() && (min.get() < 0 || min.get() > max.get())) {
      json.reject("min", "应在 0 与 max 之间", "must lie in 0 to max");
    }
    return json.build(() -> new StaticFactors.HeadcountBand(min.orElseThrow(), max.orElseThrow()));
  }

  private static Optional<StaticFactors.Equipment> equipment(JsonObject json, Set<String> ids) {
    Optional<String> id = json.text("id");
    if (id.isPresent() && !ids.add(id.get())) {
      json.reject("id", "该编号已有一条设备", "must not be the id of other equipment");
    }
    Optional<String> name = json.text("name");
    Optional<Integer> count = json.required("count").flatMap(JsonElement::integer);
    if (count.filter(number -> number < 0).isPresent()) {
      json.reject("count", "不能小于零", "must not be below zero");
    }
    Optional<BigDecimal> rated = json.required("ratedKilowatts").flatMap(JsonElement::notNegative);
    return json.build(
        () ->
            new StaticFactors.Equipment(
                id.orElseThrow(), name.orElseThrow(), count.orElseThrow(), rated.orElseThrow()));
  }

  private static Optional<StaticFactors.SetPoints> setPoints(JsonObject json) {
    Optional<BigDecimal> heating = json.optional("heatingCelsius").flatMap(JsonElement::decimal);
    Optional<BigDecimal> cooling = json.optional("coolingCelsius").flatMap(JsonElement::decimal);
    return json.build(() -> new StaticFactors.SetPoints(heating, cooling));
  }

  /**
   * The record in force on a day.
   *
   * @param date the day
   * @return the last record that begins on or before it, absent before the first
   */
  public Optional<StaticFactors> inForce(LocalDate date) {
    return records.stream()
        .filter(factors -> !factors.from().isAfter(date))
        .reduce((earlier, later) -> later);
  }

  /**
   * The record that a baseline rests on.
   *
   * @param baseline the baseline period
   * @return the one in force on its last day, else the first; absent without records
   */
  public Optional<StaticFactors> of(Period baseline) {
    return inForce(baseline.end().minusDays(1)).or(() -> records.stream().findFirst());
  }

  /**
   * The factors that differ from those of the baseline in a period.
   *
   * @param baseline the baseline period
   * @param period the reporting period
   * @return a change for every factor that differs on any day of the period, by factor
   */
  public List<Change> changes(Period baseline, Period period) {
    Optional<StaticFactors> reference = of(baseline);
    List<Change> changes = new ArrayList<>();
    if (reference.isPresent()) {
      List<StaticFactors> later =
          records.stream()
              .filter(factors -> factors.from().isAfter(reference.get().from()))
              .filter(factors -> factors.from().isBefore(period.end()))
              .toList();
      Set<String> ids = new TreeSet<>(reference.get().values().keySet());
      later.forEach(factors -> ids.addAll(factors.values().keySet()));
      ids.forEach(id -> change(id, reference.get(), later, period).ifPresent(changes::add));
    }
    return List.copyOf(changes);
  }

  /** How a factor differs in the period, by the last value that it has there. */
  private static Optional<Change> change(
      String id, StaticFactors reference, List<StaticFactors> later, Period period) {
    String before = value(reference, id);
    String present = before;
    LocalDate since = reference.from();
    Optional<Change> change = Optional.empty();
    for (int k = 0; k < later.size(); k++) {
      StaticFactors factors = later.get(k);
      since = value(factors, id).equals(present) ? since : factors.from();
      present = value(factors, id);
      LocalDate end = k + 1 < later.size() ? later.get(k + 1).from() : period.end();
      Optional<Period> shown = Period.of(factors.from(), end).overlap(period);
      if (shown.isPresent() && !present.equals(before)) {
        LocalDate first = change.map(known -> known.days().start()).orElse(shown.get().start());
        change =
            Optional.of(
                new Change(id, since, Period.of(first, shown.get().end()), before, present));
      }
    }
    return change;
  }

  private static String value(StaticFactors factors, String id) {
    return factors.values().getOrDefault(id, "–");
  }
}
