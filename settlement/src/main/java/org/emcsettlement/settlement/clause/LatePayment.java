package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Simple interest on what is paid late (settlement-methods, 5.16): {@code round(overdue × rate per
 * day × days)}, from the day after the due date to the day of payment. A regular statement bills
 * what has accrued by its end and no earlier one billed. Claims are paid the oldest first.
 */
@LibraryStyle
@Value.Immutable
public interface LatePayment extends Clause {

  /** The kind that contract files store. */
  String KIND = "late-payment";

  /** {@return the daily rate in 1/10,000 (万分之几) of the overdue amount} */
  BigDecimal perTenThousand();

  /** {@return the most that a claim bears, as a part of its amount} */
  Optional<BigDecimal> cap();

  /** {@return what of a claim a payment pays first} */
  @Value.Default
  default Order order() {
    return Order.PRINCIPAL_FIRST;
  }

  /** {@return whether interest is part of the tax base} */
  @Value.Default
  default boolean taxable() {
    return false;
  }

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.REGULAR;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.INTEREST;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<String> records() {
    return Set.of(Payments.NAME);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What of a claim a payment pays first. */
  enum Order {
    /** What was claimed, then its interest. */
    PRINCIPAL_FIRST,
    /** The interest accrued by the day of payment, then what was claimed. */
    INTEREST_FIRST
  }

  /** Interest on a claim. */
  LineKind INTEREST =
      LineKind.of("LATE_INTEREST", "逾期付款利息", "late-payment interest", Account.INTEREST);

  @Override
  default Outcome apply(StatementInput input) {
    return input.period().series() == Series.ANNUAL
        ? Outcome.builder().build()
        : new LateInterest(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<LatePayment> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("perTenThousand")
        .flatMap(JsonElement::notNegative)
        .ifPresent(builder::perTenThousand);
    builder.cap(json.optional("cap").flatMap(JsonElement::ratio));
    json.optional("order")
        .flatMap(element -> element.constant(Order.class))
        .ifPresent(builder::order);
    json.optional("taxable").flatMap(JsonElement::flag).ifPresent(builder::taxable);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LatePayment}. */
  final class Builder extends ImmutableLatePayment.Builder {
    Builder() {}
  }
}
