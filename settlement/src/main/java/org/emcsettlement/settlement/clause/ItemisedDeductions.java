package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Deducts a fixed amount for every recorded incident (settlement-methods, 5.8): each item up to its
 * cap in a statement, all together up to a cap. Incidents stand in {@code incidents.csv}.
 */
@LibraryStyle
@Value.Immutable
public interface ItemisedDeductions extends Clause {

  /** The kind that contract files store. */
  String KIND = "itemised-deductions";

  /** {@return what is deducted for} */
  List<Item> items();

  /** {@return the most that a statement deducts} */
  Optional<BigDecimal> cap();

  /** {@return the most that a statement deducts, as a fraction of its fee} */
  Optional<BigDecimal> capFractionOfFee();

  /** {@return whether deductions are damages, outside the tax base, or a price reduction} */
  @Value.Default
  default boolean damages() {
    return false;
  }

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.PERFORMANCE;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return capFractionOfFee().isPresent() ? Set.of(Figures.FEE) : Set.of();
  }

  @Override
  default Set<String> records() {
    return Set.of(DatedRecords.Use.INCIDENT.file());
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /**
   * An item.
   *
   * @param item its name in {@code incidents.csv}
   * @param amount the amount for one incident
   * @param cap the most that a statement deducts for it
   */
  record Item(String item, BigDecimal amount, Optional<BigDecimal> cap) {}

  /** What an item comes to. */
  LineKind OF_ITEM =
      LineKind.of("DEDUCTION_OF_ITEM", "扣减事项", "incidents of an item", Account.SERVICE_REVENUE);

  /** What is deducted. */
  LineKind DEDUCTION =
      LineKind.of("ITEMISED_DEDUCTION", "逐项扣减", "itemised deduction", Account.SERVICE_REVENUE);

  /** Checks that items are different. */
  @Value.Check
  default void check() {
    long names = items().stream().map(Item::item).distinct().count();
    if (items().isEmpty() || names < items().size()) {
      throw new RuleException(
          id() + " 需要至少一个扣减事项 items，且不重复",
          "itemised-deductions " + id() + " needs items, each once");
    }
  }

  @Override
  default Findings check(Contract contract) {
    boolean refunded =
        contract.schedule().annualStatement() && series() == SeriesScope.REGULAR && !damages();
    return refunded
        ? Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.SCORE_SERIES,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    id())))
        : Findings.none();
  }

  @Override
  default Findings missing(StatementInput input) {
    return new DeductionCalculation(input, this).missing();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new DeductionCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<ItemisedDeductions> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.items(
        json.objects(
            "items",
            item -> {
              Optional<String> name = item.text("item");
              Optional<BigDecimal> amount =
                  item.required("amount").flatMap(JsonElement::notNegative);
              Optional<BigDecimal> most = item.optional("cap").flatMap(JsonElement::amount);
              return item.build(() -> new Item(name.orElseThrow(), amount.orElseThrow(), most));
            }));
    builder.cap(json.optional("cap").flatMap(JsonElement::amount));
    builder.capFractionOfFee(json.optional("capFractionOfFee").flatMap(JsonElement::ratio));
    json.optional("damages").flatMap(JsonElement::flag).ifPresent(builder::damages);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ItemisedDeductions}. */
  final class Builder extends ImmutableItemisedDeductions.Builder {
    Builder() {}
  }
}
