package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Shares savings (节能效益分享, settlement-methods 5.2): {@code E = round(Σ ratio·part of V)}; the
 * institution takes the complement. Ratios change with the contract year, or with bands of V.
 */
@LibraryStyle
@Value.Immutable
public interface SharedSavings extends Clause {

  /** The kind that contract files store. */
  String KIND = "shared-savings";

  /** {@return the service provider's ratio by contract year} */
  List<YearRatio> ratios();

  /** {@return the service provider's ratio by band of V, instead of by year} */
  List<Band> bands();

  /** {@return how bands apply} */
  @Value.Default
  default BandMode bandMode() {
    return BandMode.MARGINAL;
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
    return Set.of(Figures.SHAREABLE_SAVINGS, Figures.SAVINGS_VALUE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.PROVIDER_SHARE);
  }

  /** How bands apply. */
  enum BandMode {
    /** Each part of V at the ratio of its band. */
    MARGINAL,
    /** The whole of V at the ratio of the band it falls into. */
    CLIFF
  }

  /**
   * The ratio from a contract year on.
   *
   * @param fromYear the first contract year it holds for
   * @param ratio the service provider's ratio
   */
  record YearRatio(int fromYear, BigDecimal ratio) {}

  /**
   * A band of savings; a value on the bound belongs to the lower band.
   *
   * @param upTo its upper bound, absent for the last band
   * @param ratio the service provider's ratio
   */
  record Band(Optional<BigDecimal> upTo, BigDecimal ratio) {}

  /** The service provider's share. */
  LineKind PROVIDER_SHARE =
      LineKind.of("PROVIDER_SHARE", "乙方分享额", "service provider's share", Account.SAVINGS_SHARE);

  /** The institution's share. */
  LineKind INSTITUTION_SHARE =
      LineKind.of("INSTITUTION_SHARE", "甲方分享额", "institution's share", Account.SAVINGS_SHARE);

  /** Checks that one of ratios and bands is given. */
  @Value.Check
  default void check() {
    if (ratios().isEmpty() == bands().isEmpty()) {
      throw new RuleException(
          id() + " 需要 ratios 或 bands 之一", "shared-savings " + id() + " needs ratios or bands");
    }
  }

  @Override
  default Findings check(Contract contract) {
    return new SharingCheck(this).findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new SharingCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<SharedSavings> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.ratios(json.objects("ratios", SharingCheck::yearRatio));
    builder.bands(json.objects("bands", SharingCheck::band));
    json.optional("bandMode")
        .flatMap(element -> element.constant(BandMode.class))
        .ifPresent(builder::bandMode);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SharedSavings}. */
  final class Builder extends ImmutableSharedSavings.Builder {
    Builder() {}
  }
}
