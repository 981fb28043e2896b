package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * The quota (定额) of one indicator for one category of institutions, from {@code energy-quotas.csv}
 * and {@code water-quotas.csv}.
 *
 * @param category the category's stable name
 * @param name the category's name
 * @param indicator what it limits
 * @param basis the standard-coal set that it is stated in, absent if it has none
 * @param levels its values by level [unit of the indicator], strictest first
 * @param source where it was read
 * @param trust how far the source could be checked
 * @param validFrom the first date it holds
 * @param validTo the date after the last one, absent if it still holds
 */
public record Quota(
    String category,
    Bilingual name,
    Indicator indicator,
    Optional<String> basis,
    Map<QuotaLevel, BigDecimal> levels,
    String source,
    Trust trust,
    LocalDate validFrom,
    Optional<LocalDate> validTo) {

  private static final class Packaged {
    static final List<Quota> QUOTAS = List.copyOf(read());
  }

  private static List<Quota> read() {
    List<Quota> quotas = new ArrayList<>();
    for (String table : List.of("energy-quotas.csv", "water-quotas.csv")) {
      CsvTable.resource(Quota.class, table).rows().forEach(row -> quotas.add(quota(row)));
    }
    return quotas;
  }

  private static Quota quota(CsvRow row) {
    Map<QuotaLevel, BigDecimal> levels = new EnumMap<>(QuotaLevel.class);
    for (QuotaLevel level : QuotaLevel.values()) {
      row.decimal(level.name().toLowerCase(Locale.ROOT)).ifPresent(v -> levels.put(level, v));
    }
    return new Quota(
        row.requiredText("category").orElseThrow(),
        new Bilingual(
            row.requiredText("name_zh").orElseThrow(), row.requiredText("name_en").orElseThrow()),
        row.constant("indicator", Indicator.class).orElseThrow(),
        row.text("basis"),
        Collections.unmodifiableMap(levels),
        row.requiredText("source").orElseThrow(),
        row.constant("trust", Trust.class).orElseThrow(),
        row.requiredDate("valid_from").orElseThrow(),
        row.date("valid_to"));
  }

  /** {@return the quotas that ship with the library, in table order} */
  public static List<Quota> standard() {
    return Packaged.QUOTAS;
  }

  /** {@return the stable names of the categories, in table order} */
  public static List<String> categories() {
    return standard().stream().map(Quota::category).distinct().toList();
  }

  /**
   * Whether it holds on a date.
   *
   * @param date the date
   * @return true if it does
   */
  public boolean holdsOn(LocalDate date) {
    return !date.isBefore(validFrom) && validTo.map(date::isBefore).orElse(true);
  }

  /**
   * Judges a value.
   *
   * @param value the value of the indicator, in its unit
   * @return the verdict of the strictest level that it does not exceed
   */
  public QuotaLevel.Verdict judge(Rational value) {
    return levels.entrySet().stream()
        .filter(level -> value.compareTo(Rational.of(level.getValue())) <= 0)
        .map(level -> level.getKey().verdict())
        .findFirst()
        .orElse(QuotaLevel.Verdict.EXCEEDED);
  }
}
