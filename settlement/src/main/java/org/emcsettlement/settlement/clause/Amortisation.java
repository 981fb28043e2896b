package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.immutables.value.Value;

/**
 * How the service provider's investment is recovered over the agreed term (settlement-methods,
 * 5.15). The residual value is not amortised and stands at the end.
 */
@LibraryStyle
@Value.Immutable
public interface Amortisation {

  /** The methods. */
  enum Method {
    /** Equal parts by days. */
    STRAIGHT_LINE_DAYS,
    /** Equal parts by months; a part of a calendar month by its days. */
    STRAIGHT_LINE_MONTHS,
    /** Level monthly payments at a monthly rate, by days inside a month. */
    ANNUITY,
    /** A table of unamortised amounts, by days between its dates. */
    TABLE,
    /** An appraisal at the date of termination. */
    APPRAISAL
  }

  /** {@return the method} */
  Method method();

  /** {@return the investment} */
  BigDecimal investment();

  /** {@return the residual value} */
  @Value.Default
  default BigDecimal residual() {
    return BigDecimal.ZERO;
  }

  /** {@return the first day of amortisation, the start of the term if absent} */
  Optional<LocalDate> start();

  /** {@return the monthly rate of ANNUITY as a fraction} */
  Optional<BigDecimal> monthlyRate();

  /** {@return the rows of TABLE between start and end, dates rising and amounts not} */
  List<Row> table();

  /** {@return the value found by APPRAISAL} */
  Optional<Appraisal> appraisal();

  /**
   * A row of a table.
   *
   * @param date the date
   * @param unamortised the amount not yet recovered then
   */
  record Row(LocalDate date, BigDecimal unamortised) {}

  /**
   * An appraisal.
   *
   * @param amount the value
   * @param document the report
   */
  record Appraisal(BigDecimal amount, String document) {}

  /** Checks that the method has what it needs. */
  @Value.Check
  default void check() {
    if (residual().compareTo(investment()) > 0) {
      throw new RuleException("残值不得大于投资额", "the residual value must not exceed the investment");
    }
    if ((method() == Method.ANNUITY) != monthlyRate().isPresent()) {
      throw new RuleException(
          "等额年金法（且仅该方法）需要月利率 monthlyRate", "ANNUITY, and no other method, needs a monthlyRate");
    }
    if ((method() == Method.APPRAISAL) != appraisal().isPresent()) {
      throw new RuleException(
          "评估法（且仅该方法）需要评估值 appraisal", "APPRAISAL, and no other method, needs an appraisal");
    }
    if ((method() == Method.TABLE) == table().isEmpty()) {
      throw new RuleException("摊销表法（且仅该方法）需要 table", "TABLE, and no other method, needs a table");
    }
    checkTable();
  }

  /** Rows fall in date order from the investment to the residual value. */
  private void checkTable() {
    BigDecimal before = investment();
    LocalDate date = start().orElse(LocalDate.MIN);
    for (Row row : table()) {
      if (!row.date().isAfter(date)
          || row.unamortised().compareTo(before) > 0
          || row.unamortised().compareTo(residual()) < 0) {
        throw new RuleException(
            "摊销表的日期须递增、金额不得增加，且介于残值与投资额之间",
            "the dates of an amortisation table must rise, its amounts must not, and they lie between"
                + " residual value and investment");
      }
      before = row.unamortised();
      date = row.date();
    }
  }

  /**
   * Reads an amortisation.
   *
   * @param json its object
   * @return the amortisation, absent if something in it is wrong
   */
  static Optional<Amortisation> read(JsonObject json) {
    Builder builder = builder();
    json.constant("method", Method.class).ifPresent(builder::method);
    json.required("investment").flatMap(JsonElement::amount).ifPresent(builder::investment);
    json.optional("residual").flatMap(JsonElement::amount).ifPresent(builder::residual);
    builder.start(json.optional("start").flatMap(JsonElement::date));
    builder.monthlyRate(json.optional("monthlyRate").flatMap(JsonElement::positive));
    builder.table(
        json.objects(
            "table",
            row -> {
              Optional<LocalDate> date = row.date("date");
              Optional<BigDecimal> amount =
                  row.required("unamortised").flatMap(JsonElement::amount);
              return row.build(() -> new Row(date.orElseThrow(), amount.orElseThrow()));
            }));
    builder.appraisal(
        json.optional("appraisal")
            .flatMap(
                element ->
                    element.object(
                        report -> {
                          Optional<BigDecimal> amount =
                              report.required("amount").flatMap(JsonElement::amount);
                          Optional<String> document = report.text("document");
                          return report.build(
                              () -> new Appraisal(amount.orElseThrow(), document.orElseThrow()));
                        })));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Amortisation}. */
  final class Builder extends ImmutableAmortisation.Builder {
    Builder() {}
  }
}
