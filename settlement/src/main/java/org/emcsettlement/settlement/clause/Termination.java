package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCollector;
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
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * What is owed when service ends (settlement-methods, 5.15): the buy-out of the unamortised
 * investment, and penalties by cause if it ends before the agreed date. A contract that was ended
 * early is the amended one: its term ends on the day of termination, and this clause keeps the end
 * that was agreed at first. On that day or later nothing is early, whatever the cause.
 */
@LibraryStyle
@Value.Immutable
public interface Termination extends Clause {

  /** The kind that contract files store. */
  String KIND = "termination";

  /** {@return the end of service that was agreed at first, the day after the last one} */
  LocalDate agreedEnd();

  /** {@return how the investment is recovered} */
  Amortisation amortisation();

  /** {@return what follows from each cause} */
  List<Effect> outcomes();

  /** {@return why service ended early} */
  Optional<Cause> cause();

  /** {@return the document by which it was ended} */
  Optional<String> document();

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
    return Stage.TERMINATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** Why service ends. */
  enum Cause {
    /** The agreed end is reached. */
    EXPIRY(0, "期满", "expiry"),
    /** The institution ends it for its own convenience. */
    CONVENIENCE(1, "甲方提前终止", "ended by the institution for convenience"),
    /** The institution broke the contract. */
    INSTITUTION_DEFAULT(1, "甲方违约", "default of the institution"),
    /** The service provider broke the contract. */
    PROVIDER_DEFAULT(-1, "乙方违约", "default of the service provider"),
    /** Nobody is to blame. */
    FORCE_MAJEURE(0, "不可抗力", "force majeure");

    private final int sign;
    private final String zh;
    private final String en;

    Cause(int sign, String zh, String en) {
      this.sign = sign;
      this.zh = zh;
      this.en = en;
    }

    /** {@return the name in both languages} */
    public Bilingual label() {
      return new Bilingual(zh, en);
    }

    /** {@return 1 if the institution owes penalties, −1 if the service provider does, else 0} */
    int sign() {
      return sign;
    }
  }

  /** What a penalty is a part of. */
  enum Base {
    /** The posted unamortised amount. */
    UNAMORTISED,
    /** The guaranteed savings of the time left. */
    REMAINING_SAVINGS,
    /** The fees of the time left. */
    REMAINING_FEES
  }

  /**
   * What follows from a cause.
   *
   * @param cause the cause
   * @param buyOut the part of the unamortised amount that the institution pays
   * @param penalties the penalties
   */
  record Effect(Cause cause, BigDecimal buyOut, List<Penalty> penalties) {}

  /**
   * A penalty.
   *
   * @param base what it is a part of
   * @param ratio the part
   * @param perYear the agreed savings or fees of a contract year, for the bases of the time left
   */
  record Penalty(Base base, BigDecimal ratio, Optional<BigDecimal> perYear) {

    /**
     * A penalty.
     *
     * @param base what it is a part of
     * @param ratio the part
     * @param perYear the agreed savings or fees of a contract year
     * @throws IllegalArgumentException if the base needs an amount per year and has none, or has
     *     one without need
     */
    public Penalty {
      if ((base == Base.UNAMORTISED) == perYear.isPresent()) {
        throw new RuleException(
            "REMAINING_SAVINGS、REMAINING_FEES（且仅此二者）需要每合同年金额 perYear",
            "REMAINING_SAVINGS and REMAINING_FEES, and no other base, need an amount perYear");
      }
    }
  }

  /** The unamortised investment. */
  LineKind UNAMORTISED =
      LineKind.of("UNAMORTISED", "未摊销投资", "unamortised investment", Account.ASSET_TRANSFER);

  /** The buy-out. */
  LineKind BUY_OUT = LineKind.of("BUY_OUT", "投资收购款", "buy-out", Account.ASSET_TRANSFER);

  /** A penalty. */
  LineKind PENALTY = LineKind.of("PENALTY", "提前终止违约金", "termination penalty", Account.PENALTY);

  /** {@return what follows from the stated cause; of an expiry without terms, the full buy-out} */
  default Optional<Effect> effect() {
    Cause stated = cause().orElse(Cause.EXPIRY);
    return outcomes().stream().filter(effect -> effect.cause() == stated).findFirst();
  }

  @Override
  default Findings check(Contract contract) {
    FindingCollector findings = new FindingCollector();
    Place place = Place.pointer("contract.json", "/clauses");
    LocalDate end = contract.term().end();
    LocalDate from = amortisation().start().orElse(contract.term().start());
    boolean tableEnds =
        amortisation().table().stream().allMatch(row -> row.date().isBefore(agreedEnd()));
    if (end.isAfter(agreedEnd()) || end.isBefore(from) || !tableEnds) {
      findings.add(
          ContractFinding.TERMINATION_DATES,
          place,
          "clause",
          id(),
          "from",
          from,
          "agreed",
          agreedEnd(),
          "end",
          end);
    }
    boolean caused = cause().isPresent() && cause().get() != Cause.EXPIRY;
    if ((end.isBefore(agreedEnd()) && !caused) || (caused && effect().isEmpty())) {
      findings.add(
          ContractFinding.TERMINATION_CAUSE,
          place,
          "clause",
          id(),
          "end",
          end,
          "cause",
          cause().map(Enum::name).orElse("–"));
    }
    return findings.findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new TerminationCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Termination> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.date("agreedEnd").ifPresent(builder::agreedEnd);
    json.object("amortisation", Amortisation::read).ifPresent(builder::amortisation);
    builder.outcomes(json.objects("outcomes", TerminationCalculation::effect));
    builder.cause(json.optional("cause").flatMap(element -> element.constant(Cause.class)));
    builder.document(json.optional("document").flatMap(JsonElement::text));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Termination}. */
  final class Builder extends ImmutableTermination.Builder {
    Builder() {}
  }
}
