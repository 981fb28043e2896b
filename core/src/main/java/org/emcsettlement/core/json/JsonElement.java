package org.emcsettlement.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.csv.DecimalText;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;

/** One value of a document with its pointer. Readers report a value of the wrong kind. */
public final class JsonElement {

  private static final int FEN_DECIMALS = 2;

  private static final int SHOWN = 40;

  private final JsonDocument document;
  private final String pointer;
  private final JsonNode node;

  JsonElement(JsonDocument document, String pointer, JsonNode node) {
    this.document = document;
    this.pointer = pointer;
    this.node = node;
  }

  /** {@return where the value stands} */
  public Place place() {
    return document.place(pointer);
  }

  /** {@return the value as parsed} */
  public JsonNode node() {
    return node;
  }

  /** {@return the text in normal form C, absent (with a finding) if it is no text} */
  public Optional<String> text() {
    return node.isTextual()
        ? Optional.of(Normalizer.normalize(node.textValue(), Normalizer.Form.NFC))
        : wrongKind("文本", "text");
  }

  /** {@return the decimal with its scale as written, absent (with a finding) if it is none} */
  public Optional<BigDecimal> decimal() {
    Optional<BigDecimal> decimal =
        node.isNumber()
            ? Optional.of(node.decimalValue())
            : Optional.of(node)
                .filter(JsonNode::isTextual)
                .flatMap(text -> DecimalText.parse(text.textValue()));
    if (decimal.isEmpty()) {
      return wrongKind("十进制数", "a decimal number");
    }
    return DecimalText.fits(decimal.get())
        ? decimal
        : reject(
            "最多 " + DecimalText.MOST_DIGITS + " 位数字",
            "must not have more than " + DecimalText.MOST_DIGITS + " digits");
  }

  /** {@return the decimal, absent (with a finding) if it is below zero} */
  public Optional<BigDecimal> notNegative() {
    return decimal()
        .flatMap(
            value ->
                value.signum() >= 0
                    ? Optional.of(value)
                    : reject("不能小于零", "must not be below zero"));
  }

  /** {@return the decimal, absent (with a finding) if it is not above zero} */
  public Optional<BigDecimal> positive() {
    return decimal()
        .flatMap(
            value ->
                value.signum() > 0 ? Optional.of(value) : reject("应大于零", "must be above zero"));
  }

  /**
   * {@return the amount of money, absent (with a finding) if it is below zero or has a part smaller
   * than a fen; zeros beyond two decimals are admitted}
   */
  public Optional<BigDecimal> amount() {
    return notNegative()
        .flatMap(
            value ->
                value.stripTrailingZeros().scale() <= FEN_DECIMALS
                    ? Optional.of(value)
                    : reject("金额最多两位小数", "must be an amount with at most two decimals"));
  }

  /** {@return the decimal, absent (with a finding) if it lies outside 0 to 1} */
  public Optional<BigDecimal> ratio() {
    return decimal()
        .flatMap(
            value ->
                value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0
                    ? Optional.of(value)
                    : reject("应在 0 与 1 之间（0.75 表示 75 %）", "must lie in 0 to 1 (0.75 is 75 %)"));
  }

  /** {@return the whole number, absent (with a finding) if it is none} */
  public Optional<Integer> integer() {
    return node.isIntegralNumber() && node.canConvertToInt()
        ? Optional.of(node.intValue())
        : wrongKind("整数", "a whole number");
  }

  /** {@return the flag, absent (with a finding) if it is neither true nor false} */
  public Optional<Boolean> flag() {
    return node.isBoolean()
        ? Optional.of(node.booleanValue())
        : wrongKind("true 或 false", "true or false");
  }

  /** {@return the date, absent (with a finding) if it is none} */
  public Optional<LocalDate> date() {
    return parsed(LocalDate::parse, "应为日期，如 2025-07-31", "must be a date such as 2025-07-31");
  }

  /** {@return the period, absent (with a finding) if it is not written as start/end} */
  public Optional<Period> period() {
    return parsed(
        Period::parse,
        "应为 起始日/结束日（结束日不含），如 2024-01-01/2025-01-01",
        "must be start/end, end excluded, such as 2024-01-01/2025-01-01");
  }

  /**
   * The value as one of an enumeration's names.
   *
   * @param <E> the enumeration
   * @param type the enumeration
   * @return the constant, absent (with a finding) if there is none of that name
   */
  public <E extends Enum<E>> Optional<E> constant(Class<E> type) {
    String names = Arrays.toString(type.getEnumConstants());
    return parsed(
        name -> Enum.valueOf(type, name), "应为 " + names + " 之一", "must be one of " + names);
  }

  /**
   * The value as text that is parsed.
   *
   * @param <T> the kind of value
   * @param parser parses the text; throws IllegalArgumentException or DateTimeException if it
   *     cannot
   * @param ruleZh the form it must have, in Chinese
   * @param rule the form it must have, in English
   * @return the value, absent (with a finding) if it cannot be parsed
   */
  public <T> Optional<T> parsed(Function<String, T> parser, String ruleZh, String rule) {
    return text()
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException | DateTimeException unparsable) {
                return reject(ruleZh, rule);
              }
            });
  }

  /**
   * The value as an object; keys that the reader does not ask for are findings.
   *
   * @param <T> what is read
   * @param reader reads the object
   * @return what was read, absent if it is no object or anything in it blocks
   */
  public <T> Optional<T> object(Function<JsonObject, Optional<T>> reader) {
    if (!node.isObject()) {
      return wrongKind("对象", "an object");
    }
    JsonObject object = new JsonObject(document, pointer, node);
    Optional<T> value = reader.apply(object);
    object.reportUnknownKeys();
    return value;
  }

  /**
   * The value as a list.
   *
   * @param <T> what is read of each element
   * @param reader reads an element
   * @return the elements that could be read, absent (with a finding) if it is no list
   */
  public <T> Optional<List<T>> list(Function<JsonElement, Optional<T>> reader) {
    if (!node.isArray()) {
      return wrongKind("列表", "a list");
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      reader
          .apply(new JsonElement(document, pointer + "/" + i, node.get(i)))
          .ifPresent(elements::add);
    }
    return Optional.of(elements);
  }

  /**
   * Reports the value as breaking a rule.
   *
   * @param <T> the kind of the value that is now absent
   * @param ruleZh the rule in Chinese
   * @param rule the rule in English
   * @return nothing
   */
  public <T> Optional<T> reject(String ruleZh, String rule) {
    report(EvidenceFinding.JSON_INVALID_VALUE, "found", shown(), "ruleZh", ruleZh, "rule", rule);
    return Optional.empty();
  }

  /**
   * Reports a finding at this value.
   *
   * @param code the kind
   * @param arguments its arguments
   */
  public void report(FindingCode code, Object... arguments) {
    document.add(code, pointer, arguments);
  }

  private <T> Optional<T> wrongKind(String expectedZh, String expected) {
    report(
        EvidenceFinding.JSON_WRONG_KIND,
        "expectedZh",
        expectedZh,
        "expected",
        expected,
        "found",
        shown());
    return Optional.empty();
  }

  private String shown() {
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
