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
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * A fixed fee for services: per statement, prorated by days when the statement is partial, or per
 * contract year, spread over its statements.
 */
@LibraryStyle
@Value.Immutable
public interface ServiceFee extends Clause {

  /** The kind that contract files store. */
  String KIND = "service-fee";

  /** {@return the fee, in the tax mode of the contract} */
  BigDecimal amount();

  /** {@return what the amount is stated for} */
  Per per();

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
    return Set.of(Figures.FEE);
  }

  /** What the amount is stated for. */
  enum Per {
    /**
     * One full statement period; the regular ones of its year, where an annual one settles them.
     */
    STATEMENT,
    /** One contract year. */
    CONTRACT_YEAR
  }

  /** The fee earned. */
  LineKind FEE = LineKind.of("SERVICE_FEE", "服务费", "service fee", Account.SERVICE_REVENUE);

  @Override
  default Findings check(Contract contract) {
    return per() == Per.CONTRACT_YEAR ? spread().check(contract, this) : Findings.none();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Figure whole = calculator.parameter("agreed-fee", amount(), calculator.currencyCode());
    PostedAmount fee =
        per() == Per.CONTRACT_YEAR
            ? spread().portion(input, calculator.post("fee-of-year", whole))
            : new PerStatement(input, "fee", whole).of(this);
    return Outcome.builder()
        .put(Figures.FEE, Entitlements.withFeesBefore(input, fee))
        .line(LineDraft.builder().kind(FEE).use(LineDraft.Use.ENTITLEMENT).amount(fee).build())
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<ServiceFee> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("amount").flatMap(JsonElement::amount).ifPresent(builder::amount);
    json.constant("per", Per.class).ifPresent(builder::per);
    json.optional("spread")
        .flatMap(element -> element.object(FeeSpread::read))
        .ifPresent(builder::spread);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ServiceFee}. */
  final class Builder extends ImmutableServiceFee.Builder {
    Builder() {}
  }
}
