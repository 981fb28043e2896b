package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.AdjustmentRule;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Adjusts for the relative change of a driver: headcount, floor area, operating hours, degree days.
 * On basis QUANTITY it scales the baseline by {@code 1 + s·a(x)}; on basis FEE it adds {@code k·Σ
 * Qb·Pref·s·a(x)·days ÷ days of the year} to the fee (settlement-methods, 5.1). Change is always
 * measured from the reference, not from the last adjustment, unless the parties rebase: from an
 * agreed date another reference holds, and what the rule made of the step to it stays in.
 *
 * <p>A threshold is a rule about a statement: counts are averaged and degree days summed over the
 * whole service period, static factors hold from their dates. So the statements of a year need not
 * add up to the year's own; an annual true-up settles the difference. On basis QUANTITY several
 * drivers multiply (china-emc, 6), on basis FEE they add unless the contract combines them.
 */
@LibraryStyle
@Value.Immutable
public interface DriverAdjustment extends Clause {

  /** The kind that contract files store. */
  String KIND = "driver-adjustment";

  /** {@return the driver, e.g. HEADCOUNT, FLOOR_AREA, OPERATING_HOURS, HDD(18)} */
  String driver();

  /** {@return what is adjusted} */
  Basis basis();

  /** {@return the commodities it applies to; none means all} */
  List<Commodity> commodities();

  /** {@return s, the part that follows the driver} */
  @Value.Default
  default BigDecimal sensitivity() {
    return BigDecimal.ONE;
  }

  /** {@return the reference of the contract year; the boundary's own floor area if absent} */
  Optional<BigDecimal> referenceValue();

  /** {@return the references of January to December, for degree days settled by parts of a year} */
  List<BigDecimal> monthlyReference();

  /** {@return the references that replaced the first, dates rising} */
  List<Rebase> rebased();

  /** {@return how it works together with other adjustments of the fee} */
  @Value.Default
  default Combination combination() {
    return Combination.ADDITIVE;
  }

  /** {@return the weather station of degree days} */
  Optional<String> station();

  /** {@return how the change becomes an adjustment} */
  AdjustmentRule rule();

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
    return basis() == Basis.QUANTITY ? Stage.ROUTINE : Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return basis() == Basis.QUANTITY
        ? Set.of(Figures.ADJUSTED_BASELINE)
        : Set.of(Figures.ENERGY_PART);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    if (basis() == Basis.QUANTITY) {
      return Set.of(Figures.ADJUSTED_BASELINE);
    }
    return combination() == Combination.ADDITIVE ? Set.of() : Set.of(Figures.FEE_FACTOR);
  }

  /**
   * A reference that replaces the one before.
   *
   * @param from the first day it holds for
   * @param reference the value that changes are measured from
   */
  record Rebase(LocalDate from, BigDecimal reference) {}

  @Override
  default Collection<LocalDate> changesIn(Period period) {
    return rebased().stream().map(Rebase::from).filter(period::contains).toList();
  }

  /** Checks that there is a value to compare with. */
  @Value.Check
  default void check() {
    boolean known = referenceValue().isPresent() || monthlyReference().size() == 12;
    if (!known && !DriverValue.isStatic(driver())) {
      throw new RuleException(
          id() + " 需要 referenceValue，或十二个月的 monthlyReference",
          "driver-adjustment "
              + id()
              + " needs referenceValue, or monthlyReference with twelve values");
    }
    if (!rebased().isEmpty() && !monthlyReference().isEmpty()) {
      throw new RuleException(
          id() + " 的 monthlyReference 不能与 rebased 并用",
          "driver-adjustment " + id() + " has rebased beside monthlyReference");
    }
    FeeAdjustment.checkCombination(id(), basis(), combination());
  }

  @Override
  default Findings check(Contract contract) {
    return Admission.check(contract, this, RiskKinds.of(driver()))
        .plus(FeeAdjustment.check(contract, this, combination()))
        .plus(FeeAdjustment.rising(this, rebased().stream().map(Rebase::from).toList()));
  }

  @Override
  default Findings missing(StatementInput input) {
    return new DriverChange(input, this).missing();
  }

  @Override
  default Outcome apply(StatementInput input) {
    DriverChange change = new DriverChange(input, this);
    if (basis() == Basis.QUANTITY) {
      return change.quantities();
    }
    return combination() == Combination.ADDITIVE ? change.fee() : change.factors();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<DriverAdjustment> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.text("driver").ifPresent(builder::driver);
    json.constant("basis", Basis.class).ifPresent(builder::basis);
    builder.commodities(Terms.commodities(json));
    json.optional("sensitivity").flatMap(JsonElement::ratio).ifPresent(builder::sensitivity);
    builder.referenceValue(json.optional("referenceValue").flatMap(JsonElement::notNegative));
    builder.monthlyReference(json.list("monthlyReference", JsonElement::notNegative));
    builder.rebased(json.objects("rebased", DriverAdjustment::rebase));
    json.optional("combination")
        .flatMap(element -> element.constant(Combination.class))
        .ifPresent(builder::combination);
    builder.station(json.optional("station").flatMap(JsonElement::text));
    json.object("rule", AdjustmentRule::read).ifPresent(builder::rule);
    return json.build(builder::build);
  }

  private static Optional<Rebase> rebase(JsonObject json) {
    Optional<LocalDate> from = json.date("from");
    Optional<BigDecimal> reference = json.required("reference").flatMap(JsonElement::positive);
    return json.build(() -> new Rebase(from.orElseThrow(), reference.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DriverAdjustment}. */
  final class Builder extends ImmutableDriverAdjustment.Builder {
    Builder() {}
  }
}
