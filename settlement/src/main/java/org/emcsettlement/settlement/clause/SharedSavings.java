package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
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
 * institution takes the complement. Ratios change with the contract year, on dates, with the
 * commodity, with what the service provider has recovered, or with bands of V.
 *
 * <p>V is split by year, date or commodity as the priced savings arose. Where some parts lost and
 * others gained, those of the sign of V share it in proportion, so that neither party gets more
 * than there is.
 */
@LibraryStyle
@Value.Immutable
public interface SharedSavings extends Clause {

  /** The kind that contract files store. */
  String KIND = "shared-savings";

  /** {@return the service provider's ratio by contract year} */
  List<YearRatio> ratios();

  /** {@return the service provider's ratio from dates on, instead of by year} */
  List<Phase> phases();

  /** {@return the service provider's ratio by commodity, instead of by year} */
  List<CommodityRatio> commodityRatios();

  /**
   * {@return the service provider's ratio by band of what its shares have recovered so far, instead
   * of by year; a statement that reaches a bound is split there}
   */
  List<Band> recovery();

  /** {@return the service provider's ratio by band of V, instead of by year} */
  List<Band> bands();

  /** {@return how bands apply} */
  @Value.Default
  default BandMode bandMode() {
    return BandMode.MARGINAL;
  }

  /** {@return over what bands of V count} */
  @Value.Default
  default Cumulation bandBasis() {
    return Cumulation.PERIOD;
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
    return phases().isEmpty()
        ? Set.of(Figures.SHAREABLE_SAVINGS, Figures.SAVINGS_VALUE)
        : Set.of(Figures.SHAREABLE_SAVINGS, Figures.SAVINGS_VALUE, Figures.AVOIDED);
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
   * The ratio from a date on.
   *
   * @param from the first day it holds for
   * @param ratio the service provider's ratio
   */
  record Phase(LocalDate from, BigDecimal ratio) {}

  /**
   * The ratio of a commodity.
   *
   * @param commodity the commodity
   * @param ratio the service provider's ratio
   */
  record CommodityRatio(Commodity commodity, BigDecimal ratio) {}

  /**
   * A band of savings or of shares; a value on the bound belongs to the lower band.
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

  /** Checks that one rule is given. */
  @Value.Check
  default void check() {
    long rules =
        Stream.of(ratios(), phases(), commodityRatios(), recovery(), bands())
            .filter(rule -> !rule.isEmpty())
            .count();
    if (rules != 1) {
      throw new RuleException(
          id() + " 需要且只能给出 ratios、phases、commodityRatios、recovery、bands 之一",
          "shared-savings "
              + id()
              + " needs one of ratios, phases, commodityRatios, recovery and bands");
    }
  }

  @Override
  default Collection<LocalDate> changesIn(Period period) {
    return phases().stream().map(Phase::from).filter(period::contains).toList();
  }

  @Override
  default Findings check(Contract contract) {
    return new SharingCheck(this).findings(contract);
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
    builder.phases(json.objects("phases", SharingCheck::phase));
    builder.commodityRatios(json.objects("commodityRatios", SharingCheck::commodityRatio));
    builder.recovery(json.objects("recovery", SharingCheck::band));
    builder.bands(json.objects("bands", SharingCheck::band));
    json.optional("bandMode")
        .flatMap(element -> element.constant(BandMode.class))
        .ifPresent(builder::bandMode);
    json.optional("bandBasis")
        .flatMap(element -> element.constant(Cumulation.class))
        .ifPresent(builder::bandBasis);
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
