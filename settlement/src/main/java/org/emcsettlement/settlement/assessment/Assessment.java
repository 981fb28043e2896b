package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.indicator.QuotaLevel;
import org.immutables.value.Value;

/** What an assessment proposes, with everything that it rests on. */
@LibraryStyle
@Value.Immutable
public interface Assessment {

  /** {@return what was assessed} */
  AssessmentTerms terms();

  /** {@return the contract so far, without clauses} */
  Contract frame();

  /** {@return the history and the baseline of every commodity} */
  List<CommodityHistory> commodities();

  /** {@return the fee base of the proposed baselines, absent if it cannot be computed} */
  Optional<FeeBase> feeBase();

  /** {@return the fee base by the rule of years, absent with fewer than two} */
  Optional<FeeBase> feeBaseByYears();

  /** {@return the indicators of the latest year, absent if the folder does not ask for them} */
  Optional<IndicatorReport> standing();

  /** {@return the gaps to the quotas, which say what is possible and not what is expected} */
  List<Gap> gaps();

  /** {@return what the measures are expected to save, absent without measures} */
  Optional<Outlook> outlook();

  /** {@return what rules about the term allow, absent without measures} */
  List<TermLimit> termLimits();

  /** {@return what the forms bring to both parties, absent without measures} */
  List<FormOutcome> forms();

  /** {@return the frozen baselines that were fitted, by commodity} */
  Map<Commodity, FrozenBaseline> baselines();

  /** {@return the identity of what was read} */
  List<InputDigest> inputs();

  /** {@return everything found} */
  Findings findings();

  /**
   * {@return whether the institution misses a limit or a reference value of a quota, so that it
   * should go first (JS/T 301 as summarised)}
   */
  default boolean isPriority() {
    return gaps().stream()
        .map(Gap::level)
        .anyMatch(
            level ->
                level == QuotaLevel.LIMIT
                    || level == QuotaLevel.REFERENCE
                    || level == QuotaLevel.GENERAL);
  }

  /**
   * A commodity's past.
   *
   * @param commodity the commodity
   * @param source how its baseline is proposed
   * @param years its years, oldest first
   * @param decision which year the rule of years chooses, absent with fewer than two
   * @param price the price in force when the term starts [currency per canonical unit]
   */
  record CommodityHistory(
      Commodity commodity,
      BaselineTerms.Source source,
      List<HistoryYear> years,
      Optional<YearPolicy.Decision> decision,
      BigDecimal price) {}

  /**
   * How far an indicator is above a level of a quota.
   *
   * @param comparison the comparison with the quota
   * @param level the level
   * @param gap the value less the level [unit of the indicator]
   * @param fraction the gap as a fraction of the value
   */
  record Gap(
      IndicatorReport.QuotaComparison comparison,
      QuotaLevel level,
      Rational gap,
      Rational fraction) {}

  /**
   * What a rule about the term allows.
   *
   * @param rule the rule
   * @param reading how its words are read
   * @param terms what terms from the base term on need
   * @param longest the longest term that the median reduction allows [a], 0 for none
   * @param cautious the longest term that the reduction allows which nineteen draws in twenty reach
   *     [a], 0 for none
   */
  record TermLimit(
      TermRule rule, TermRule.Reading reading, List<Needed> terms, int longest, int cautious) {}

  /**
   * What a term needs.
   *
   * @param years the term [a]
   * @param required the reduction it needs, as a fraction
   * @param reached the part of the draws that reach it
   */
  record Needed(int years, Rational required, BigDecimal reached) {}

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Assessment}. */
  final class Builder extends ImmutableAssessment.Builder {
    Builder() {}
  }
}
