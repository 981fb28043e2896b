package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;

/**
 * A part of the premises with a boundary of its own: what it uses is no part of the project
 * boundary, nor are its area and persons part of indicators.
 *
 * @param id its id
 * @param name what it covers
 * @param use what it is used for
 * @param floorArea its floor area, inside that of the premises [m²]
 * @param persons its persons, among the headcount of the premises
 * @param meters its meters with their signs, at least one
 */
public record BoundaryPart(
    String id,
    String name,
    Use use,
    Optional<BigDecimal> floorArea,
    Optional<BigDecimal> persons,
    List<PartMeter> meters) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /**
   * A meter of the contract that counts in a part.
   *
   * @param meter its id
   * @param sign +1 if the part contains what it counts, −1 if it is taken out
   */
  public record PartMeter(String meter, int sign) {

    /**
     * Checks the sign.
     *
     * @param meter its id
     * @param sign +1 if the part contains what it counts, −1 if it is taken out
     * @throws RuleException if the sign is neither
     */
    public PartMeter {
      if (Math.abs(sign) != 1) {
        throw new RuleException(
            "表计 " + meter + " 的 sign 应为 +1 或 -1", "sign of meter " + meter + " must be +1 or -1");
      }
    }
  }

  /** What a part is used for. */
  public enum Use implements Named {
    /** A data centre or server room. */
    DATA_CENTRE("数据中心机房", "data centre"),
    /** A kitchen or canteen. */
    KITCHEN("厨房食堂", "kitchen"),
    /** A laboratory. */
    LABORATORY("实验室", "laboratory"),
    /** A laundry. */
    LAUNDRY("洗衣房", "laundry"),
    /** Large medical devices. */
    MEDICAL_DEVICES("大型医疗设备", "large medical devices"),
    /** Charging of vehicles that are not the institution's own. */
    EV_CHARGING("对外充电设施", "charging of others' vehicles"),
    /** Another special use. */
    OTHER("其他特殊用能", "other special use");

    private final String zh;
    private final String en;

    Use(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    @Override
    public String id() {
      return name();
    }

    @Override
    public String zh() {
      return zh;
    }

    @Override
    public String en() {
      return en;
    }
  }

  /**
   * Copies the meters.
   *
   * @param id its id
   * @param name what it covers
   * @param use what it is used for
   * @param floorArea its floor area, inside that of the premises [m²]
   * @param persons its persons, among the headcount of the premises
   * @param meters its meters with their signs
   */
  public BoundaryPart {
    meters = List.copyOf(meters);
  }

  /**
   * Reads a part.
   *
   * @param json its object
   * @return the part, absent if something in it is wrong
   */
  public static Optional<BoundaryPart> read(JsonObject json) {
    Optional<String> id =
        json.required("id")
            .flatMap(
                element ->
                    element.parsed(
                        BoundaryPart::id,
                        "应为小写字母、数字和连字符，最多 40 个",
                        "must be lower-case letters, digits and hyphens, at most 40"));
    Optional<String> name = json.text("name");
    Optional<Use> use = json.constant("use", Use.class);
    Optional<BigDecimal> area = json.optional("floorArea").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> persons = json.optional("persons").flatMap(JsonElement::notNegative);
    Optional<List<PartMeter>> meters =
        json.required("meters").flatMap(list -> list.list(e -> e.object(BoundaryPart::meter)));
    return json.build(
        () ->
            new BoundaryPart(
                id.orElseThrow(),
                name.orElseThrow(),
                use.orElseThrow(),
                area,
                persons,
                meters.orElseThrow()));
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Optional<PartMeter> meter(JsonObject json) {
    Optional<String> meter = json.text("meter");
    Optional<Integer> sign = json.optional("sign").flatMap(JsonElement::integer);
    return json.build(() -> new PartMeter(meter.orElseThrow(), sign.orElse(1)));
  }
}
