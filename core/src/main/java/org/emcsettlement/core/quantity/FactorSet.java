package org.emcsettlement.core.quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;

/**
 * A named, closed set of factors: standard coal on one basis, or CO2 for one year and region. Sets
 * are never mixed in one report; water has no factor in any of them (it is not part of
 * comprehensive energy consumption, 综合能耗, of public institutions).
 */
public final class FactorSet {

  /** Rows of this set, at the head of a table, belong to every set of the table. */
  private static final String EVERY_SET = "*";

  private final String id;
  private final Kind kind;
  private final String nameZh;
  private final String nameEn;
  private final List<Factor> factors;

  /** What a set converts to, and on which basis. */
  public enum Kind {
    /** Standard coal by calorific value (当量值) [kgce]. */
    CALORIFIC,
    /** Standard coal by the primary energy spent to supply it (等价值) [kgce]. */
    PRIMARY_EQUIVALENT,
    /** Carbon dioxide [kgCO2]. */
    CARBON_DIOXIDE
  }

  private FactorSet(String id, Kind kind, String nameZh, String nameEn) {
    this.id = id;
    this.kind = kind;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.factors = new ArrayList<>();
  }

  /**
   * The sets that ship with the library, read from the tables {@code standard-coal.csv} and {@code
   * carbon-dioxide.csv}.
   *
   * @return the sets by id, in table order
   */
  public static Map<String, FactorSet> standard() {
    return Packaged.SETS;
  }

  /** The tables, read when first asked for. */
  private static final class Packaged {
    static final Map<String, FactorSet> SETS = Collections.unmodifiableMap(read());
  }

  private static Map<String, FactorSet> read() {
    Map<String, FactorSet> sets = new LinkedHashMap<>();
    for (String table : List.of("standard-coal.csv", "carbon-dioxide.csv")) {
      List<Factor> common = new ArrayList<>();
      for (CsvRow row : CsvTable.resource(FactorSet.class, table).rows()) {
        String id = row.requiredText("set").orElseThrow();
        if (id.equals(EVERY_SET)) {
          common.add(factor(row));
        } else {
          sets.computeIfAbsent(id, key -> named(key, row, common)).factors.add(factor(row));
        }
      }
    }
    return sets;
  }

  /**
   * A standard set.
   *
   * @param id its stable id
   * @return the set
   * @throws IllegalArgumentException if there is none of that id
   */
  public static FactorSet of(String id) {
    Map<String, FactorSet> sets = standard();
    FactorSet set = sets.get(id);
    if (set == null) {
      throw new IllegalArgumentException(
          "factor set \"" + id + "\" is unknown; known: " + sets.keySet());
    }
    return set;
  }

  private static FactorSet named(String id, CsvRow row, List<Factor> common) {
    FactorSet set =
        new FactorSet(
            id,
            row.constant("kind", Kind.class).orElseThrow(),
            row.requiredText("name_zh").orElseThrow(),
            row.requiredText("name_en").orElseThrow());
    set.factors.addAll(common);
    return set;
  }

  private static Factor factor(CsvRow row) {
    return new Factor(
        Commodity.of(row.requiredText("commodity").orElseThrow()),
        row.requiredDecimal("factor").orElseThrow(),
        row.requiredText("unit").orElseThrow(),
        row.requiredText("source").orElseThrow(),
        row.constant("trust", Trust.class).orElseThrow(),
        row.requiredDate("valid_from").orElseThrow(),
        row.date("valid_to"));
  }

  /** {@return the stable id} */
  public String id() {
    return id;
  }

  /** {@return what the set converts to} */
  public Kind kind() {
    return kind;
  }

  /** {@return the Chinese name with its basis} */
  public String nameZh() {
    return nameZh;
  }

  /** {@return the English name with its basis} */
  public String nameEn() {
    return nameEn;
  }

  /** {@return all factors in table order} */
  public List<Factor> factors() {
    return List.copyOf(factors);
  }

  /**
   * The factor of a commodity on a date.
   *
   * @param commodity the commodity
   * @param date the service date
   * @return the factor, absent if the set has none for it
   */
  public Optional<Factor> factor(Commodity commodity, LocalDate date) {
    return factors.stream()
        .filter(factor -> factor.commodity() == commodity && factor.holdsOn(date))
        .findFirst();
  }
}
