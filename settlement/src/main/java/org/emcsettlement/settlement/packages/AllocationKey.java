package org.emcsettlement.settlement.packages;

import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;

/**
 * What joint amounts are allocated by (分摊依据).
 *
 * @param by the kind of weight
 * @param commodity whose meters are read, for METER_READS
 * @param table the name of the table, for TABLE
 */
public record AllocationKey(By by, Optional<Commodity> commodity, Optional<String> table) {

  /** The kinds of weights. */
  public enum By {
    /** A member's own verified savings of the period. */
    OWN_SAVINGS("自身节能效益", "own savings"),
    /** The cost of its baseline. */
    BASELINE_COST("基准费用", "baseline cost"),
    /** The cost of its adjusted baseline. */
    ADJUSTED_BASELINE_COST("调整后基准费用", "adjusted-baseline cost"),
    /** Its metered use of one commodity. */
    METER_READS("计量用量", "meter reads"),
    /** Its floor area, by days. */
    AREA("建筑面积", "area"),
    /** Its headcount, by days. */
    HEADCOUNT("用能人数", "headcount"),
    /** A table of fixed weights, by days. */
    TABLE("固定比例表", "fixed table");

    private final String zh;
    private final String en;

    By(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** {@return the Chinese name} */
    public String zh() {
      return zh;
    }

    /** {@return the English name} */
    public String en() {
      return en;
    }
  }

  /**
   * A key.
   *
   * @param by the kind of weight
   * @param commodity whose meters are read, for METER_READS
   * @param table the name of the table, for TABLE
   * @throws IllegalArgumentException if the commodity or the table is missing, or one too many
   */
  public AllocationKey {
    if (commodity.isPresent() != (by == By.METER_READS) || table.isPresent() != (by == By.TABLE)) {
      throw new RuleException(
          "METER_READS 需要 commodity，TABLE 需要 table，其他依据两者都不带",
          "METER_READS needs commodity, TABLE needs table, the others take neither");
    }
  }

  /** The figures that a member's contract must write for this key; none if weights are declared. */
  Set<FigureKey<?>> figures() {
    return switch (by) {
      case OWN_SAVINGS -> Set.of(Figures.VERIFIED_SAVINGS);
      case BASELINE_COST -> Set.of(Figures.BASELINE_COST);
      case ADJUSTED_BASELINE_COST -> Set.of(Figures.ADJUSTED_COST);
      case METER_READS -> Set.of(Figures.ACTUAL_TOTAL);
      case AREA, HEADCOUNT, TABLE -> Set.of();
    };
  }

  /** The name under which {@code weights.csv} holds its weights, absent if they are figures. */
  Optional<String> column() {
    return switch (by) {
      case AREA, HEADCOUNT -> Optional.of(by.name());
      case TABLE -> table;
      case OWN_SAVINGS, BASELINE_COST, ADJUSTED_BASELINE_COST, METER_READS -> Optional.empty();
    };
  }

  /** The unit of its weights; days are part of a declared one. */
  String unit(String currency) {
    return switch (by) {
      case OWN_SAVINGS, BASELINE_COST, ADJUSTED_BASELINE_COST -> currency;
      case METER_READS -> commodity.orElseThrow().unit().symbol();
      case AREA -> "m2·d";
      case HEADCOUNT, TABLE -> "d";
    };
  }

  static Optional<AllocationKey> read(JsonObject json) {
    Optional<By> by = json.constant("by", By.class);
    Optional<Commodity> commodity =
        json.optional("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids()));
    Optional<String> table = json.optional("table").flatMap(JsonElement::text);
    return json.build(() -> new AllocationKey(by.orElseThrow(), commodity, table));
  }
}
