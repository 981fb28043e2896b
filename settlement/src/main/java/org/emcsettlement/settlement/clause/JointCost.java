package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * A cost that several boundaries have in common, such as an audit or a monitoring platform, per
 * statement or per contract year. In a package it is allocated by a key of its own.
 */
@LibraryStyle
@Value.Immutable
public interface JointCost extends Clause {

  /** The kind that contract files store. */
  String KIND = "joint-cost";

  /** {@return what the cost is for} */
  String name();

  /** {@return the cost, in the tax mode of the contract} */
  BigDecimal amount();

  /** {@return what the amount is stated for} */
  ServiceFee.Per per();

  /** {@return how a yearly amount is spread} */
  @Value.Default
  default FeeSpread spread() {
    return FeeSpread.byDays();
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
    return Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** The cost. */
  LineKind COST = LineKind.of("JOINT_COST", "共同费用", "joint cost", Account.SERVICE_REVENUE);

  @Override
  default Findings check(Contract contract) {
    return per() == ServiceFee.Per.CONTRACT_YEAR ? spread().check(contract, this) : Findings.none();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Figure whole = calculator.parameter("agreed-cost", amount(), calculator.currencyCode());
    PostedAmount cost =
        per() == ServiceFee.Per.CONTRACT_YEAR
            ? spread().portion(input, calculator.post("cost-of-year", whole))
            : new PerStatement(input, "joint-cost", whole).of(this);
    return Outcome.builder()
        .line(
            LineDraft.builder()
                .kind(COST)
                .use(LineDraft.Use.ENTITLEMENT)
                .amount(cost)
                .remark(new Bilingual(name(), name()))
                .build())
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<JointCost> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.text("name").ifPresent(builder::name);
    json.required("amount").flatMap(JsonElement::amount).ifPresent(builder::amount);
    json.constant("per", ServiceFee.Per.class).ifPresent(builder::per);
    json.optional("spread")
        .flatMap(element -> element.object(FeeSpread::read))
        .ifPresent(builder::spread);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JointCost}. */
  final class Builder extends ImmutableJointCost.Builder {
    Builder() {}
  }
}
